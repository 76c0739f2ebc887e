package dev.sayso.landing.configuration;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import dev.sayso.landing.BlockText;
import dev.sayso.landing.BoxMeaning;
import dev.sayso.landing.PageBlock;
import dev.sayso.landing.PageContent;

/**
 * A block of a page as the configuration file has it.
 *
 * @param id names it within its page; null for one after its type and place
 * @param about what it is about, as its type says; of an image its key; null for nothing
 * @param meaning of a checkbox: {@code do-not-contact}, {@code contact-me} or
 * {@code in-or-out}
 * @param required of a field: whether somebody nobody identified must fill it in; null
 * where they need not
 * @param readers of a text: {@code personal} or {@code visitors}; null for everybody
 * @param texts by language
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BlockItem(@Nullable String id, @Nullable String type, @Nullable String about, @Nullable String meaning,
		@Nullable Boolean required, @Nullable String readers, @Nullable Map<String, WordsItem> texts) {

	/**
	 * The words of a block in a language.
	 *
	 * @param label what stands there, Markdown in a text and an agreement
	 * @param help what stands below; null for nothing
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record WordsItem(@Nullable String label, @Nullable String help) {

		static WordsItem of(BlockText words) {
			return new WordsItem(orNull(words.label()), orNull(words.help()));
		}

		BlockText words() {
			return new BlockText(lines(this.label), lines(this.help));
		}

	}

	static BlockItem of(PageBlock block) {
		Map<String, WordsItem> texts = new LinkedHashMap<>();
		PageContent.LANGUAGES.stream()
			.filter((tag) -> !block.text(tag).equals(BlockText.NONE))
			.forEach((tag) -> texts.put(tag, WordsItem.of(block.text(tag))));
		boolean image = block.type() == PageBlock.Type.IMAGE;
		return new BlockItem(block.id(), block.type().key(), orNull(image ? image(block) : block.about()),
				(block.meaning() != null) ? block.meaning().key() : null, block.required() ? true : null,
				(block.readers() != PageBlock.Readers.EVERYBODY) ? block.readers().key() : null,
				texts.isEmpty() ? null : texts);
	}

	/** The key of the image that a block shows, whose address also tells its size. */
	static String image(PageBlock block) {
		return block.about().replaceFirst("#.*", "").replaceFirst(".*/", "");
	}

	/**
	 * The block that it means.
	 * @param place where it stands on the page, from 1
	 * @param images the address of an image by its key
	 */
	PageBlock block(int place, UnaryOperator<String> images) {
		Map<String, BlockText> words = new LinkedHashMap<>();
		if (this.texts != null) {
			this.texts.forEach((tag, text) -> {
				BlockText read = (text != null) ? text.words() : BlockText.NONE;
				if (!read.equals(BlockText.NONE)) {
					words.put(tag, read);
				}
			});
		}
		PageBlock.Type read = PageBlock.Type.of(String.valueOf(this.type)).orElseThrow();
		String subject = Objects.requireNonNullElse(this.about, "");
		return new PageBlock(name(place), read, (read == PageBlock.Type.IMAGE) ? images.apply(subject) : subject,
				(this.meaning != null) ? BoxMeaning.of(this.meaning).orElseThrow() : null,
				Boolean.TRUE.equals(this.required),
				(this.readers != null) ? PageBlock.Readers.of(this.readers).orElseThrow() : PageBlock.Readers.EVERYBODY,
				words);
	}

	/** Its id, or the one it is given at a place. */
	String name(int place) {
		return (this.id != null) ? this.id : this.type + "-" + place;
	}

	static @Nullable String orNull(String text) {
		return text.isEmpty() ? null : text;
	}

	/** A text as forms send it, lines ended alike. */
	static String lines(@Nullable String text) {
		return Objects.requireNonNullElse(text, "").replace("\r\n", "\n");
	}

}
