// Tailwind 4 as a PostCSS plugin, read by Next's CSS pipeline.
export default { plugins: { '@tailwindcss/postcss': {} } };
