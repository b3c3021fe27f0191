/** Kind of the job that publishes anew what shows a fact. */
export const PUBLISH_FACT = 'facts.jobs.publish';
