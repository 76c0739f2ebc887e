package dev.sayso.account;

import org.jspecify.annotations.Nullable;

/**
 * Says that the sessions of an account are over.
 *
 * @param except the one session that stays, if any
 */
record SessionsEnded(String username, @Nullable String except) {

}
