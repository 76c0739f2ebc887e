package dev.sayso.landing.editor;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import dev.sayso.landing.LandingPage;
import dev.sayso.landing.PageStatus;

/**
 * A page in the list.
 *
 * @param submissions forms sent in the last thirty days
 * @param link the public link; null where there is none to hand out
 */
record PageRowView(LandingPage page, Instant now, long submissions, @Nullable String link) {

	public PageStatus status() {
		return this.page.status(this.now);
	}

	public PageHeadView head() {
		return new PageHeadView(this.page, this.now, 0, 0, this.submissions, this.link);
	}

}
