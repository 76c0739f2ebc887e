package dev.sayso.account;

/**
 * A key of the API opens nothing any more.
 */
record TokenRevoked() {

}
