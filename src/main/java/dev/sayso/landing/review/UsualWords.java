package dev.sayso.landing.review;

import dev.sayso.landing.BlockText;
import dev.sayso.landing.PageBlock;

/**
 * The words a block begins with.
 */
@FunctionalInterface
public interface UsualWords {

	/** Its words in a language; empty where nothing is usual. */
	BlockText words(PageBlock block, String tag);

}
