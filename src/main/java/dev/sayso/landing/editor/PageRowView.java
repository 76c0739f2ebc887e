package dev.sayso.landing.editor;

import org.jspecify.annotations.Nullable;

import dev.sayso.landing.LandingPage;
import dev.sayso.landing.PageStatus;

/**
 * A page in the list.
 *
 * @param submissions forms sent in the last thirty days
 * @param link the public link; null where none leads somewhere
 */
record PageRowView(LandingPage page, PageStatus status, long submissions, @Nullable String link) {

	public PageHeadView head() {
		return new PageHeadView(this.page, this.status, 0, 0, this.submissions, this.link);
	}

}
