package dev.sayso.landing;

import java.util.Map;

import dev.sayso.consent.Purpose;

/**
 * A page's texts in one language, as its readers see them.
 *
 * @param blocks by the ids of blocks
 * @param boxes the words of the checkboxes about contact and uses
 * @param resultText safe HTML
 * @param closedText safe HTML
 */
public record PageWording(String language, String title, Map<String, Words> blocks, Map<Purpose, BlockText> boxes,
		String button, String resultTitle, String resultText, String closedText, PageContact.Sender sender) {

	private static final Words NONE = new Words(BlockText.NONE, new Text("", ""), new Text("", ""));

	/**
	 * The words of a block.
	 *
	 * @param personal of a text or agreement: what whoever came by a personal link reads
	 * @param visitors the same for whoever came without one
	 */
	public record Words(BlockText text, Text personal, Text visitors) {

		public Text text(boolean identified) {
			return identified ? this.personal : this.visitors;
		}

	}

	/**
	 * @param html safe
	 */
	public record Text(String markdown, String html) {
	}

	public Words block(PageBlock block) {
		return this.blocks.getOrDefault(block.id(), NONE);
	}

	public BlockText box(Purpose purpose) {
		return this.boxes.getOrDefault(purpose, BlockText.NONE);
	}

}
