package dev.sayso.landing.configuration;

import java.util.Map;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import dev.sayso.landing.BoxMeaning;
import dev.sayso.landing.PageBlock;
import dev.sayso.landing.PageBlock.Type;
import dev.sayso.landing.PageContent;
import dev.sayso.shared.api.JsonBody;
import dev.sayso.store.ConfigurationPart;

/**
 * What is wrong with a block by itself.
 */
final class BlockItemFaults {

	/** The longest words of a paragraph and of anything else, in characters. */
	private static final int PARAGRAPH = 3000;

	private static final int LINE = 200;

	private static final int HELP = 500;

	private final BlockItem block;

	private final @Nullable Type type;

	private final FaultList faults;

	BlockItemFaults(BlockItem block, FaultList faults) {
		this.faults = faults;
		this.block = block;
		this.type = (block.type() != null) ? Type.of(block.type()).orElse(null) : null;
	}

	void find() {
		if (this.block.id() != null && !this.block.id().matches("[a-zA-Z][a-zA-Z0-9._-]{0,59}")) {
			this.faults.add("/id", "is no id: use letters, digits and hyphens");
		}
		if (this.type == null) {
			this.faults.add("/type",
					(this.block.type() == null) ? ConfigurationPart.MISSING : ConfigurationPart.UNKNOWN);
		}
		Map<String, BlockItem.WordsItem> texts = (this.block.texts() != null) ? this.block.texts() : Map.of();
		texts.forEach((tag, words) -> words("/texts/" + JsonBody.escape(tag), tag, words));
		boolean meant = this.block.meaning() == null || BoxMeaning.of(this.block.meaning()).isPresent();
		if (!meant) {
			this.faults.add("/meaning", ConfigurationPart.UNKNOWN);
		}
		boolean read = this.block.readers() == null || PageBlock.Readers.of(this.block.readers()).isPresent();
		if (!read) {
			this.faults.add("/readers", ConfigurationPart.UNKNOWN);
		}
		if (this.type != null && meant && read) {
			fits(this.type);
		}
	}

	/** What it says must be what its type has, and be about something there is. */
	private void fits(Type what) {
		belongs("/meaning", this.block.meaning(), what.isCheckbox());
		belongs("/required", this.block.required(), what == Type.FIELD);
		belongs("/readers", this.block.readers(), what == Type.TEXT);
		belongs("/about", this.block.about(), what.isCheckbox() || what == Type.FIELD || what == Type.IMAGE);
		if (what.isCheckbox() && this.block.meaning() == null) {
			this.faults.add("/meaning", ConfigurationPart.MISSING);
		}
		else if (what.isCheckbox() || what == Type.FIELD || what == Type.IMAGE) {
			about();
		}
	}

	private void about() {
		if (this.block.about() == null) {
			if (this.type != Type.IMAGE) {
				this.faults.add("/about", ConfigurationPart.MISSING);
			}
		}
		else if (this.block.texts() == null || !this.block.texts().containsValue(null)) {
			PageBlock read = this.block.block(1, UnaryOperator.identity());
			boolean other = read.meaning() != null && read.meanings().stream().noneMatch(read.meaning()::equals)
					&& !read.meanings().isEmpty();
			if (!read.fits()) {
				this.faults.add(other ? "/meaning" : "/about",
						other ? "does not go with this" : ConfigurationPart.UNKNOWN);
			}
		}
	}

	private void belongs(String pointer, @Nullable Object said, boolean belongs) {
		if (said != null && !belongs) {
			this.faults.add(pointer, "does not go with this type");
		}
	}

	private void words(String pointer, String tag, BlockItem.@Nullable WordsItem words) {
		if (!PageContent.LANGUAGES.contains(tag)) {
			this.faults.add(pointer, ConfigurationPart.UNKNOWN);
		}
		if (words == null) {
			this.faults.add(pointer, "is not an object");
			return;
		}
		boolean paragraph = this.type == Type.TEXT || this.type == Type.AGREEMENT;
		this.faults.line(pointer + "/label", words.label(), paragraph ? PARAGRAPH : LINE);
		this.faults.line(pointer + "/help", words.help(), HELP);
	}

}
