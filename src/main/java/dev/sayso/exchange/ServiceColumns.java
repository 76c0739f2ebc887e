package dev.sayso.exchange;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.sayso.consent.Declaration;
import dev.sayso.shared.ProfileId;

/**
 * What files say of services, each in a column of its own; the room that keeps
 * subscriptions implements it.
 */
public interface ServiceColumns {

	/** What the name of a column begins with, before the key of a service. */
	String PREFIX = "service.";

	/** The names of the services that are in use, by key, in their order. */
	Map<String, String> services();

	/** Whether there was a service of this key, which is in use no more. */
	boolean isArchived(String service);

	/**
	 * How people stand to services, by key; a service of which nothing is said is left
	 * out.
	 */
	Map<ProfileId, Map<String, String>> states(Collection<ProfileId> people);

	/**
	 * Records what a row says of one person and one service, in the caller's transaction.
	 * @param by who speaks, with what proof
	 * @param in whether the row says that they are subscribed
	 * @param saidAt when it was said; null where the row does not tell
	 */
	Result record(ProfileId profile, Declaration by, String service, boolean in, @Nullable Instant saidAt);

	/** What became of it. */
	enum Result {

		CHANGED, STANDS,
		/** What was said later stands. */
		OVERTAKEN,
		/** A file subscribes nobody who unsubscribed. */
		IGNORED,
		/** The service takes nobody new. */
		CLOSED

	}

}
