package dev.sayso.service;

import java.time.Instant;
import java.util.List;

/**
 * A tab of a service's page beside its overview and its subscribers; a chamber declares
 * one as a bean and serves {@code /services/{key}/<path>} itself.
 */
public interface ServiceTab {

	/** The last part of the URL. */
	String path();

	/** Message key of its name. */
	String title();

	/** How many things are behind it. */
	long count(Service service);

	/** The latest of them, for the overview. */
	List<Latest> latest(Service service);

	/**
	 * One thing that happened to the service.
	 *
	 * @param text what, in the reader's language
	 * @param by who did it
	 */
	record Latest(String text, Instant at, String by, String href) {

	}

}
