package dev.sayso.landing;

import java.util.Objects;

/**
 * The words of a block in one language.
 *
 * @param label what stands there: Markdown in a text and an agreement, plain elsewhere;
 * of an image what it shows
 * @param help what stands below it; of an image its caption
 */
public record BlockText(String label, String help) {

	public static final BlockText NONE = new BlockText("", "");

	public BlockText {
		label = Objects.requireNonNullElse(label, "");
		help = Objects.requireNonNullElse(help, "");
	}

	/** The same, with another language's words where these are missing. */
	BlockText orElse(BlockText substitute) {
		return new BlockText(this.label.isBlank() ? substitute.label : this.label,
				this.help.isBlank() ? substitute.help : this.help);
	}

}
