// What a property test tries is the same in every run, so that a failure is one of the change and not of the day.
// PROPERTY_SEED=n npm test tries others.
import fc from 'fast-check';

const { PROPERTY_SEED = '20240824' } = process.env;

fc.configureGlobal({ seed: Number(PROPERTY_SEED) });
