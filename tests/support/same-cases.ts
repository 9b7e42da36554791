/** In CI the property tests try the same cases in every run: what fails there fails again at once. By hand they try others each time. */
import fc from 'fast-check';

if (process.env['CI'] !== undefined) fc.configureGlobal({ seed: 1 });
