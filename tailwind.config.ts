// Where Tailwind looks for class names. The design tokens are CSS variables in app/globals.css.
import type { Config } from 'tailwindcss';

const config: Config = { content: ['./app/**/*.tsx', './components/**/*.tsx'] };

export default config;
