package dev.sayso.landing;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

import dev.sayso.consent.Purpose;

/**
 * What a page is made of, in the order in which it stands there.
 *
 * @param id names it within its page as long as it lives, so that it can be moved,
 * duplicated and compared
 * @param about what it is about, as its type says; empty where it is about nothing
 * @param meaning of a checkbox; null of anything else
 * @param required of a field: whether somebody nobody identified must fill it in
 * @param readers of a text: who reads it
 * @param texts by language tag
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PageBlock(String id, Type type, String about, @Nullable BoxMeaning meaning, boolean required,
		Readers readers, Map<String, BlockText> texts) {

	/** What stands before the name of an attribute that a field is about. */
	public static final String ATTRIBUTE = "attribute.";

	public PageBlock {
		about = Objects.requireNonNullElse(about, "");
		readers = Objects.requireNonNullElse(readers, Readers.EVERYBODY);
		texts = (texts != null) ? Collections.unmodifiableMap(new LinkedHashMap<>(texts)) : Map.of();
	}

	/** What there is to put on a page. */
	public enum Type {

		HEADING,

		/** Markdown. */
		TEXT,

		/** About an image, by its key. */
		IMAGE,

		DIVIDER,

		/** About a detail, or an attribute by {@link #ATTRIBUTE} and its name. */
		FIELD,

		/** A checkbox about a channel, by its key, or about all of them. */
		CHANNEL,

		/** A checkbox about a service, by its key. */
		SERVICE,

		/** A checkbox about a use of what is known, by the key of its purpose. */
		PURPOSE,

		/** Until when nothing comes. */
		PAUSE,

		/** A tick without which only noes are taken. */
		AGREEMENT,

		BUTTON,

		/** Who asks and how to reach them, which else stands at the end. */
		CONTACT;

		public static Optional<Type> of(String key) {
			return Arrays.stream(values()).filter((type) -> type.key().equals(key)).findFirst();
		}

		/** The name in the store, in forms and in message keys. */
		@JsonValue
		public String key() {
			return name().toLowerCase(Locale.ROOT);
		}

		public boolean isCheckbox() {
			return this == CHANNEL || this == SERVICE || this == PURPOSE;
		}

		/** Whether its words have a second line. */
		public boolean isHelped() {
			return this == IMAGE || this == FIELD || isCheckbox() || this == PAUSE || this == AGREEMENT;
		}

		/** Whether a page has at most one of it. */
		public boolean isSingle() {
			return this == PAUSE || this == BUTTON || this == CONTACT;
		}

	}

	/** Whom a text is for. */
	public enum Readers {

		EVERYBODY,

		/** Whoever came by a personal link. */
		PERSONAL,

		/** Whoever came without one. */
		VISITORS;

		public static Optional<Readers> of(String key) {
			return Arrays.stream(values()).filter((readers) -> readers.key().equals(key)).findFirst();
		}

		/** The name in the store, in forms and in message keys. */
		@JsonValue
		public String key() {
			return name().toLowerCase(Locale.ROOT);
		}

		public boolean include(boolean identified) {
			return this == EVERYBODY || (this == PERSONAL) == identified;
		}

	}

	/** A block of which only its words matter. */
	public static PageBlock of(String id, Type type, Map<String, BlockText> texts) {
		return new PageBlock(id, type, "", null, false, Readers.EVERYBODY, texts);
	}

	public static PageBlock text(String id, Readers readers, Map<String, BlockText> texts) {
		return new PageBlock(id, Type.TEXT, "", null, false, readers, texts);
	}

	public static PageBlock field(String id, PageField field, Map<String, BlockText> texts) {
		return new PageBlock(id, Type.FIELD, field.name(), null, field.required(), Readers.EVERYBODY, texts);
	}

	/** A checkbox about contact, or about a use of what is known. */
	public static PageBlock box(String id, PageBox box, Map<String, BlockText> texts) {
		return new PageBlock(id, box.use() ? Type.PURPOSE : Type.CHANNEL, box.about(), box.meaning(), false,
				Readers.EVERYBODY, texts);
	}

	/** A checkbox about a service. */
	public static PageBlock service(String id, String service, BoxMeaning meaning, Map<String, BlockText> texts) {
		return new PageBlock(id, Type.SERVICE, service, meaning, false, Readers.EVERYBODY, texts);
	}

	/** A name for a new block, which no block ever had. */
	public static String newId() {
		return "b" + Long.toString(ThreadLocalRandom.current().nextLong(Integer.MAX_VALUE, Long.MAX_VALUE), 36);
	}

	/**
	 * Its words in a language, those of the page's own standing in for what is missing.
	 */
	public BlockText in(String tag, String own) {
		return text(tag).orElse(text(own));
	}

	/** Its words in a language, and no others. */
	public BlockText text(String tag) {
		return this.texts.getOrDefault(tag, BlockText.NONE);
	}

	public PageBlock withId(String renamed) {
		return new PageBlock(renamed, this.type, this.about, this.meaning, this.required, this.readers, this.texts);
	}

	public PageBlock withTexts(Map<String, BlockText> words) {
		return new PageBlock(this.id, this.type, this.about, this.meaning, this.required, this.readers, words);
	}

	public PageBlock withText(String tag, BlockText words) {
		Map<String, BlockText> all = new LinkedHashMap<>(this.texts);
		all.put(tag, words);
		return withTexts(all);
	}

	/** The checkbox about contact or a use that it is; empty where it is none. */
	public Optional<PageBox> box() {
		boolean box = this.type == Type.CHANNEL || this.type == Type.PURPOSE;
		return (box && this.meaning != null) ? Optional.of(new PageBox(this.about, this.meaning)) : Optional.empty();
	}

	/** What a checkbox about contact or a use is about; empty of anything else. */
	public Optional<Purpose> purpose() {
		return box().flatMap(PageBox::purpose);
	}

	/** Whether it is of a type and, where that asks for one, about something there is. */
	public boolean fits() {
		return switch (this.type) {
			case CHANNEL, PURPOSE ->
				box().filter(PageBox::fits).filter((box) -> box.use() == (this.type == Type.PURPOSE)).isPresent();
			case SERVICE -> this.meaning != null && !this.about.isEmpty();
			case FIELD -> PageField.NAMES.contains(this.about) || attribute().isPresent();
			case IMAGE -> !this.about.isEmpty();
			default -> true;
		};
	}

	/** The meanings a checkbox can have; none of anything else. */
	public List<BoxMeaning> meanings() {
		if (this.type == Type.SERVICE) {
			return List.of(BoxMeaning.values());
		}
		return this.type.isCheckbox() ? PageBox.of(this.about).meanings() : List.of();
	}

	boolean writesNo() {
		return this.type.isCheckbox() && this.meaning != null && this.meaning.writesNo();
	}

	/** The name of the attribute that a field is about; empty where it is about none. */
	public Optional<String> attribute() {
		return (this.type == Type.FIELD && this.about.startsWith(ATTRIBUTE) && this.about.length() > ATTRIBUTE.length())
				? Optional.of(this.about.substring(ATTRIBUTE.length())) : Optional.empty();
	}

	/**
	 * What two blocks of a page cannot both be; empty of what a page may have any number
	 * of.
	 */
	String key() {
		return (this.type.isCheckbox() || this.type == Type.FIELD) ? this.type.key() + " " + this.about
				: (this.type.isSingle() ? this.type.key() : "");
	}

	/** How histories call it: its type, what it is about, its id. */
	public String path() {
		return List.of(this.type.key(), this.about, this.id).stream().collect(Collectors.joining("/"));
	}

}
