package dev.sayso.landing.editor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.validation.constraints.Size;

import org.springframework.validation.Errors;

import dev.sayso.landing.BlockText;
import dev.sayso.landing.BoxMeaning;
import dev.sayso.landing.PageBlock;
import dev.sayso.landing.PageContent;
import dev.sayso.shared.Sha256;
import dev.sayso.shared.page.Choices;

/**
 * A block as it is typed, its words in one language.
 *
 * @param seen what the block was when the form was drawn, so that a change by somebody
 * else meanwhile is noticed
 * @param wording its words: its label, or all of its text
 * @param hint what stands below them
 */
record BlockForm(String seen, String language, @Size(max = 3000, message = "{landing.fault.long}") String wording,
		@Size(max = 500, message = "{landing.fault.long}") String hint, String about, String meaning, boolean required,
		String readers) {

	/** The longest text of anything but a paragraph. */
	private static final int LINE = 200;

	BlockForm {
		Choices.check(PageContent.LANGUAGES.contains(language));
		wording = wording.replace("\r\n", "\n");
		meaning = Choices.read(meaning, BoxMeaning.IN_OR_OUT, BoxMeaning::of).key();
		readers = Choices.read(readers, PageBlock.Readers.EVERYBODY, PageBlock.Readers::of).key();
	}

	static BlockForm of(PageBlock block, String language) {
		BlockText words = block.text(language);
		return new BlockForm(hash(block, language), language, words.label(), words.help(), block.about(),
				(block.meaning() != null) ? block.meaning().key() : "", block.required(), block.readers().key());
	}

	/** A word for all that the form shows of a block. */
	static String hash(PageBlock block, String language) {
		return Sha256.hex(block.withTexts(Map.of(language, block.text(language))).toString()).substring(0, 16);
	}

	/** Whether somebody else made something else of the block meanwhile. */
	boolean isStale(PageBlock block) {
		return !this.seen.equals(hash(block, this.language)) && !apply(block).equals(block);
	}

	void check(PageBlock block, Errors errors) {
		boolean paragraph = block.type() == PageBlock.Type.TEXT || block.type() == PageBlock.Type.AGREEMENT;
		if (!paragraph && this.wording.length() > LINE) {
			errors.rejectValue("wording", "landing.fault.line");
		}
		if (block.type().isCheckbox() && !apply(block).fits()) {
			errors.rejectValue("meaning", "landing.fault.any");
		}
	}

	/** The block with what was typed; what its type has not is left alone. */
	PageBlock apply(PageBlock block) {
		boolean box = block.type().isCheckbox();
		boolean chosen = box || block.type() == PageBlock.Type.FIELD;
		return new PageBlock(block.id(), block.type(), (chosen && !this.about.isEmpty()) ? this.about : block.about(),
				box ? BoxMeaning.of(this.meaning).orElse(block.meaning()) : block.meaning(),
				(block.type() == PageBlock.Type.FIELD) ? this.required : block.required(),
				(block.type() == PageBlock.Type.TEXT)
						? PageBlock.Readers.of(this.readers).orElse(PageBlock.Readers.EVERYBODY) : block.readers(),
				block.texts())
			.withText(this.language, new BlockText(this.wording, this.hint));
	}

	/** What of it two people can differ about, by the names of fields. */
	static Map<String, String> fields(PageBlock block, String language) {
		Map<String, String> fields = new LinkedHashMap<>();
		BlockForm form = of(block, language);
		fields.put("wording", form.wording());
		fields.put("hint", form.hint());
		if (block.type().isCheckbox() || block.type() == PageBlock.Type.FIELD) {
			fields.put("about", form.about());
		}
		if (block.type().isCheckbox()) {
			fields.put("meaning", form.meaning());
		}
		if (block.type() == PageBlock.Type.FIELD) {
			fields.put("required", form.required() ? "true" : "");
		}
		if (block.type() == PageBlock.Type.TEXT) {
			fields.put("readers", form.readers());
		}
		return fields;
	}

}
