package dev.sayso.landing;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;

/**
 * All that makes up a page: what a version freezes.
 *
 * @param language tag of the language that stands in for the others
 * @param texts by language tag
 * @param blocks in the order in which they stand
 * @param constants what a form adds to whoever sends it, by the names of attributes
 * @param colour the brand's, {@code #rrggbb}
 * @param logo the brand's name as it is written on top
 * @param look by a theme, which has its own colour and name
 */
public record PageContent(String language, Map<String, PageTexts> texts, List<PageBlock> blocks,
		Map<String, String> constants, PageContact contact, String colour, String logo, PageBehaviour behaviour,
		PageLook look) {

	public static final List<String> LANGUAGES = List.of("en", "fr", "nl");

	/** The colour of a page whose brand has none. */
	public static final String COLOUR = "#1f5d47";

	public PageContent {
		texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
		blocks = (blocks != null) ? List.copyOf(blocks) : List.of();
		constants = (constants != null) ? Collections.unmodifiableMap(new LinkedHashMap<>(constants)) : Map.of();
		contact = Objects.requireNonNullElse(contact, PageContact.NONE);
		colour = Objects.requireNonNullElse(colour, COLOUR);
		logo = Objects.requireNonNullElse(logo, "");
		look = Objects.requireNonNullElse(look, PageLook.NONE);
	}

	/** A page without a theme. */
	public PageContent(String language, Map<String, PageTexts> texts, List<PageBlock> blocks,
			Map<String, String> constants, PageContact contact, String colour, String logo, PageBehaviour behaviour) {
		this(language, texts, blocks, constants, contact, colour, logo, behaviour, PageLook.NONE);
	}

	/** Reads a page as the store keeps it, also one of before pages had blocks. */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	static PageContent read(Stored stored) {
		PlainPage plain = new PlainPage(stored.language(), stored.texts(), stored.fields(), stored.boxes(),
				stored.contact(), stored.colour(), stored.logo(), stored.behaviour());
		return (stored.blocks() == null) ? plain.content()
				: new PageContent(stored.language(), plain.pageTexts(), stored.blocks(), stored.constants(),
						plain.contact(), plain.colour(), plain.logo(), plain.behaviour(), stored.look());
	}

	/**
	 * A page in the store.
	 *
	 * @param blocks null where it was stored before there were any
	 * @param fields null where there are blocks
	 * @param boxes null where there are blocks
	 */
	record Stored(String language, Map<String, PlainTexts> texts, @Nullable List<PageBlock> blocks,
			Map<String, String> constants, List<PageField> fields, List<PageBox> boxes, PageContact contact,
			String colour, String logo, PageBehaviour behaviour, PageLook look) {
	}

	public List<String> languages() {
		return LANGUAGES.stream()
			.filter(this.texts::containsKey)
			.sorted(Comparator.comparing((tag) -> !tag.equals(this.language)))
			.toList();
	}

	/**
	 * The texts for a reader of this language, the page's own language standing in for
	 * what is missing.
	 */
	public PageTexts in(String tag) {
		PageTexts own = this.texts.getOrDefault(this.language, PageTexts.NONE);
		return this.texts.getOrDefault(tag, PageTexts.NONE).orElse(own);
	}

	public Optional<PageBlock> block(String id) {
		return this.blocks.stream().filter((block) -> block.id().equals(id)).findFirst();
	}

	/** The blocks of a type. */
	public List<PageBlock> blocks(PageBlock.Type type) {
		return this.blocks.stream().filter((block) -> block.type() == type).toList();
	}

	/** The checkboxes about contact and uses. */
	public List<PageBox> boxes() {
		return this.blocks.stream().flatMap((block) -> block.box().stream()).toList();
	}

	/** Whether it asks about a service, by a checkbox or by its button. */
	public boolean asksAbout(String service) {
		return this.behaviour.service().equals(service)
				|| blocks(PageBlock.Type.SERVICE).stream().anyMatch((block) -> block.about().equals(service));
	}

	/** Whether a checkbox can write a no. */
	public boolean writesNo() {
		return this.blocks.stream().anyMatch(PageBlock::writesNo);
	}

	public PageContent withBlocks(List<PageBlock> others) {
		return new PageContent(this.language, this.texts, others, this.constants, this.contact, this.colour, this.logo,
				this.behaviour, this.look);
	}

	public PageContent withTexts(Map<String, PageTexts> words) {
		return new PageContent(this.language, words, this.blocks, this.constants, this.contact, this.colour, this.logo,
				this.behaviour, this.look);
	}

	public PageContent withConstants(Map<String, String> values) {
		return new PageContent(this.language, this.texts, this.blocks, values, this.contact, this.colour, this.logo,
				this.behaviour, this.look);
	}

	public PageContent withContact(PageContact other) {
		return new PageContent(this.language, this.texts, this.blocks, this.constants, other, this.colour, this.logo,
				this.behaviour, this.look);
	}

	public PageContent withBehaviour(PageBehaviour other) {
		return new PageContent(this.language, this.texts, this.blocks, this.constants, this.contact, this.colour,
				this.logo, other, this.look);
	}

	public PageContent withBrand(String brandColour, String name) {
		return new PageContent(this.language, this.texts, this.blocks, this.constants, this.contact, brandColour, name,
				this.behaviour, this.look);
	}

	public PageContent withLook(PageLook other) {
		return new PageContent(this.language, this.texts, this.blocks, this.constants, this.contact, this.colour,
				this.logo, this.behaviour, other);
	}

	public PageContent withLanguage(String own) {
		return new PageContent(own, this.texts, this.blocks, this.constants, this.contact, this.colour, this.logo,
				this.behaviour, this.look);
	}

}
