package dev.sayso.landing.review;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import dev.sayso.landing.BlockText;
import dev.sayso.landing.PageBlock;
import dev.sayso.landing.PageContent;
import dev.sayso.landing.PageTexts;

/**
 * The title of a page, edited as the heading above all blocks.
 */
public final class PageTitle {

	/** How the editor calls it; no block has this id. */
	public static final String ID = "title";

	private PageTitle() {
	}

	/** The title or a block of the page. */
	public static Optional<PageBlock> find(PageContent content, String id) {
		return id.equals(ID) ? Optional.of(of(content)) : content.block(id);
	}

	public static PageBlock of(PageContent content) {
		Map<String, BlockText> texts = new LinkedHashMap<>();
		content.texts().forEach((tag, words) -> texts.put(tag, new BlockText(words.title(), "")));
		return PageBlock.of(ID, PageBlock.Type.HEADING, texts);
	}

	/** The page with this title, or this block in place of the one of its id. */
	public static PageContent save(PageContent content, PageBlock changed) {
		if (!changed.id().equals(ID)) {
			return content.withBlocks(content.blocks()
				.stream()
				.map((block) -> block.id().equals(changed.id()) ? changed : block)
				.toList());
		}
		Map<String, PageTexts> texts = new LinkedHashMap<>();
		content.texts()
			.forEach((tag, words) -> texts.put(tag, new PageTexts(changed.text(tag).label(), words.resultTitle(),
					words.resultText(), words.inactive(), words.privacyNotice())));
		return content.withTexts(texts);
	}

}
