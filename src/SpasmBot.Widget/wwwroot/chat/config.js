// What the page says about the clinic and the server, read once.

import { byId } from "./dom.js";

/**
 * @typedef {object} Config
 * @property {string} directLine  where Direct Line is served
 * @property {string} clinic  the clinic's name
 * @property {string} phone  reception
 * @property {string} emergencyNumber  the ambulance
 * @property {string} privacy  what happens to what is said
 * @property {string} enquiry  where a booking request is seen and changed
 * @property {string} home  where closing leads
 * @property {string} quickExit  an everyday page
 * @property {string[]} hosts  the sites that may show the chat in a frame
 * @property {boolean} sharesDisposition  whether such a site is told the result of a check
 * @property {string} language  a BCP 47 tag
 */

/** @returns {Config} */
export function readConfig() {
  // The server writes every one of them.
  const dataset = /** @type {Record<string, string>} */ (byId("chat").dataset);
  return {
    directLine: dataset.directLine,
    clinic: dataset.clinic,
    phone: dataset.phone,
    emergencyNumber: dataset.emergencyNumber,
    privacy: dataset.privacy,
    enquiry: dataset.enquiry,
    home: dataset.home,
    quickExit: dataset.quickExit,
    hosts: dataset.hosts.split(" ").filter(Boolean),
    sharesDisposition: dataset.sharesDisposition !== undefined,
    language: document.documentElement.lang,
  };
}
