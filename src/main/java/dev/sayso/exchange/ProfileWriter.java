package dev.sayso.exchange;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import dev.sayso.consent.status.Verdict;
import dev.sayso.person.Profile;

/**
 * Writes profiles into a file, one after the other. Each carries whether they may be
 * contacted, so that no file becomes a mailing list of people who opted out.
 */
interface ProfileWriter {

	/**
	 * @param values under the declared attributes, by name
	 * @param verdicts for each channel in use
	 */
	void add(Profile profile, Map<String, Object> values, List<Verdict> verdicts);

	/** Ends a complete file; a file that broke off is not ended. */
	void end() throws IOException;

}
