package dev.sayso.account.token;

/**
 * A key of the API opens nothing any more.
 */
record ApiTokenRevoked() {

}
