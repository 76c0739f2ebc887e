package dev.sayso.landing.configuration;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import dev.sayso.landing.PageBehaviour;
import dev.sayso.landing.PageBlock;
import dev.sayso.landing.PageContact;
import dev.sayso.landing.PageContent;
import dev.sayso.landing.PageLook;
import dev.sayso.landing.PageTexts;
import dev.sayso.store.FourEyesItem;

/**
 * A landing page as the configuration file has it: what its readers see, and beside it
 * what follows and what is drafted. Whom Settings name as the sender and what a theme
 * looks like are not said again: a page takes them over where it is published.
 *
 * @param key null in what stands beside, as are kind, status and four eyes
 * @param kind given once
 * @param status {@code draft}, {@code published}, {@code expired} or {@code unpublished};
 * null for as it is
 * @param fourEyes whether another than who changed it last publishes it; null for as it
 * is
 * @param language the one that stands in for the others
 * @param texts by language
 * @param theme its key; null where the page has a colour and a name of its own
 * @param sender null for whom Settings name
 * @param service of a page that subscribes or unsubscribes; null where the link names it
 * @param redirect where readers go when it is closed; null for its own text
 * @param constants what a form adds, by the names of attributes
 * @param next published as well, and opens later; null for nothing
 * @param draft what would be published next; null where it is the same
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PageItem(@Nullable String key, @Nullable String name, @Nullable String kind, @Nullable String status,
		@Nullable Boolean fourEyes, @Nullable String language, @Nullable Map<String, PageTexts> texts,
		@Nullable List<BlockItem> blocks, @Nullable String theme, @Nullable String colour, @Nullable String brand,
		@Nullable PageContact sender, @Nullable OpeningItem validity, @Nullable Boolean askFirst,
		@Nullable Boolean refusesKnown, PageBehaviour.@Nullable Mails mails, @Nullable String service,
		@Nullable String redirect, @Nullable ThanksItem thankYou, @Nullable Map<String, String> constants,
		@Nullable PageItem next, @Nullable PageItem draft) implements FourEyesItem {

	private static final Set<String> SHOWN = Set.of("published", "expired");

	/**
	 * When a page is open.
	 *
	 * @param from local time in the zone, such as {@code 2026-03-01T00:00}; null for at
	 * once
	 * @param to the same; null for never
	 * @param timeZone an IANA time zone
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record OpeningItem(@Nullable String from, @Nullable String to, @Nullable String timeZone) {

		private static OpeningItem of(PageBehaviour behaviour) {
			return new OpeningItem(text(behaviour.from()), text(behaviour.to()), behaviour.timeZone());
		}

		private static @Nullable String text(@Nullable LocalDateTime time) {
			return (time != null) ? time.toString() : null;
		}

		private static @Nullable LocalDateTime time(@Nullable String text) {
			return (text != null) ? LocalDateTime.parse(text) : null;
		}

	}

	/** A content by itself, as drafts have it: what is equal means the same. */
	static PageItem of(String name, PageContent content) {
		PageBehaviour behaviour = content.behaviour();
		boolean themed = content.look().theme() != null;
		Map<String, PageTexts> texts = new LinkedHashMap<>();
		PageContent.LANGUAGES.stream()
			.filter(content.texts()::containsKey)
			.forEach((tag) -> texts.put(tag, Objects.requireNonNull(content.texts().get(tag))));
		return new PageItem(null, name, null, null, null, content.language(), texts,
				content.blocks().stream().map(BlockItem::of).toList(), content.look().theme(),
				themed ? null : content.colour(), themed ? null : BlockItem.orNull(content.logo()),
				content.contact().isBlank() ? null : content.contact(), OpeningItem.of(behaviour), behaviour.askFirst(),
				behaviour.refusesKnown(), behaviour.mails(), BlockItem.orNull(behaviour.service()),
				BlockItem.orNull(behaviour.redirect()), ThanksItem.of(behaviour.thankYou()),
				content.constants().isEmpty() ? null : content.constants(), null, null);
	}

	/** The same of a page that is called this, stands so and has this beside it. */
	PageItem with(PageHead head, @Nullable PageItem following, @Nullable PageItem drafted) {
		return new PageItem(head.key(), this.name, head.kind(), head.status(), head.fourEyes() ? true : null,
				this.language, this.texts, this.blocks, this.theme, this.colour, this.brand, this.sender, this.validity,
				this.askFirst, this.refusesKnown, this.mails, this.service, this.redirect, this.thankYou,
				this.constants, following, drafted);
	}

	/** What holds for a page whatever is on it. */
	record PageHead(String key, String kind, String status, boolean fourEyes) {
	}

	/**
	 * What it says of the page, but for what stands beside.
	 * @param images the address of an image by its key
	 */
	PageContent content(UnaryOperator<String> images) {
		Map<String, PageTexts> words = new LinkedHashMap<>();
		if (this.texts != null) {
			this.texts.forEach((tag, text) -> words.put(tag, lines(text)));
		}
		List<PageBlock> read = new ArrayList<>();
		blockList().forEach((block) -> read.add(block.block(read.size() + 1, images)));
		PageContact contact = (this.sender == null) ? PageContact.NONE : new PageContact(this.sender.organisation(),
				BlockItem.lines(this.sender.address()), this.sender.email(), this.sender.phone());
		return new PageContent(Objects.requireNonNull(this.language), words, read, this.constants, contact,
				(this.colour != null) ? this.colour.toLowerCase(Locale.ROOT) : null, this.brand, behaviour(),
				PageLook.of(Objects.requireNonNullElse(this.theme, "")));
	}

	private static PageTexts lines(PageTexts text) {
		return new PageTexts(text.title(), text.resultTitle(), BlockItem.lines(text.resultText()),
				BlockItem.lines(text.inactive()), text.privacyNotice());
	}

	private PageBehaviour behaviour() {
		OpeningItem open = Objects.requireNonNullElse(this.validity, new OpeningItem(null, null, null));
		return new PageBehaviour(Boolean.TRUE.equals(this.askFirst), Boolean.TRUE.equals(this.refusesKnown),
				OpeningItem.time(open.from()), OpeningItem.time(open.to()), open.timeZone(), this.redirect,
				this.service, this.mails, (this.thankYou != null) ? this.thankYou.thankYou() : null);
	}

	/** The same whatever was typed, by itself. */
	PageItem normal() {
		return of(Objects.requireNonNull(this.name).strip(), content(UnaryOperator.identity()));
	}

	List<BlockItem> blockList() {
		return Objects.requireNonNullElse(this.blocks, List.of());
	}

	/** What would be published next, wherever it stands. */
	PageItem drafted() {
		return (this.draft != null) ? this.draft : (this.next != null) ? this.next : this;
	}

	boolean is(String state) {
		return state.equals(this.status);
	}

	/** Whether it says that the page was published. */
	boolean goesLive() {
		return this.status != null && (SHOWN.contains(this.status) || is("unpublished"));
	}

	/** Whether readers meet the same, once and later. */
	boolean showsAs(PageItem other) {
		return other.goesLive() && is("unpublished") == other.is("unpublished") && showsWhat(other);
	}

	/** The same, whether or not it was taken back. */
	boolean showsWhat(PageItem other) {
		return other.goesLive() && normal().equals(other.normal()) && Objects
			.equals((this.next != null) ? this.next.normal() : null, (other.next != null) ? other.next.normal() : null);
	}

}
