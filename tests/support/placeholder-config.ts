/**
 * Lets code that reads the configuration run in tests that need no database and no storage: importing it gives the
 * variables that must be set a value, unless they have one. FFmpeg stays the machine's own.
 */
const PLACEHOLDERS = {
  SUPABASE_URL: 'http://127.0.0.1:9',
  SUPABASE_SERVICE_ROLE_KEY: 'placeholder',
  DATABASE_URL: 'postgres://127.0.0.1:9/placeholder',
  AWS_ACCESS_KEY_ID: 'placeholder',
  AWS_SECRET_ACCESS_KEY: 'placeholder',
  S3_BUCKET_NAME: 'placeholder',
};

for (const [name, value] of Object.entries(PLACEHOLDERS)) process.env[name] ??= value;

export {};
