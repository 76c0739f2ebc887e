package dev.sayso.exchange;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import dev.sayso.consent.status.Verdict;
import dev.sayso.person.Profile;

/**
 * A file that people are written into, one after the other, each with whether they may be
 * contacted, so that it can never be a mailing list of those who said no by accident.
 */
interface ProfileWriter {

	/**
	 * @param values under the declared attributes, by name
	 * @param verdicts for each channel in use
	 */
	void add(Profile person, Map<String, Object> values, List<Verdict> verdicts) throws IOException;

	/**
	 * Ends it as a whole; a file that broke off is not ended.
	 */
	void end() throws IOException;

}
