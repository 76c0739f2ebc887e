package dev.sayso.landing;

import java.time.Instant;
import java.util.UUID;

/**
 * A page as it was published, which nobody changes any more.
 *
 * @param name what the page was called then
 */
public record PageVersion(UUID page, int number, String name, PageContent content, Instant publishedAt,
		String publishedBy) {

}
