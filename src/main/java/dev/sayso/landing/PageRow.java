package dev.sayso.landing;

import org.jspecify.annotations.Nullable;

/**
 * A page in the list.
 *
 * @param submissions forms sent in the last thirty days
 * @param link the public link; null where none leads somewhere
 */
record PageRow(LandingPage page, PageStatus status, long submissions, @Nullable String link) {

	public PageHead head() {
		return new PageHead(this.page, this.status, 0, 0, this.submissions, this.link);
	}

}
