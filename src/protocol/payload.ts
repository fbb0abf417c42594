/** The id of the data block that carries the first page's data to `start`. */
export const PAYLOAD_ID = 'softpost-page';
