package dev.sayso.landing;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The pages as their readers see them now.
 */
public interface PublishedPages {

	/**
	 * The page of this name; empty for one that nobody may see yet, or never could.
	 */
	default Optional<PublishedPage> find(String slug) {
		return find(slug, null);
	}

	/**
	 * The page as it was in one of its versions, for a form that was opened before the
	 * newest; the published one where there is no such version.
	 */
	Optional<PublishedPage> find(String slug, @Nullable Integer version);

	/**
	 * The pages to which a personal link leads somewhere: those that are open, and those
	 * that still stop contact. Newest first.
	 */
	List<PublishedPage> linkable();

}
