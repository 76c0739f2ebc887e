package dev.sayso.decision;

import java.io.IOException;

/**
 * What a batch answers, while it is written.
 */
interface BatchFile {

	void add(Decided decided) throws IOException;

	/**
	 * Says that this is all.
	 */
	void end() throws IOException;

}
