/** The ways in which a form's entries become a body (HTML, section 4.10.18.6). */

export const URLENCODED_TYPE = 'application/x-www-form-urlencoded';
export const MULTIPART_TYPE = 'multipart/form-data';
export const PLAIN_TYPE = 'text/plain';
