package dev.sayso.landing.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.sayso.landing.BoxMeaning;
import dev.sayso.landing.LandingPage;
import dev.sayso.landing.PageBlock;
import dev.sayso.landing.PageBlock.Type;
import dev.sayso.landing.PageBlocks;
import dev.sayso.landing.PageContact;
import dev.sayso.landing.PageContent;
import dev.sayso.landing.PageKind;
import dev.sayso.landing.PageTexts;
import dev.sayso.landing.review.PageFinding.Weight;
import dev.sayso.landing.theme.ThemeStyle;
import dev.sayso.shared.Channel;

/**
 * Reads a page as a careful colleague would before it is published: each of its blocks,
 * and what holds for the whole.
 */
final class PageReview {

	/** From here on a page is slow to read and to load. */
	private static final int MANY_BLOCKS = 60;

	private static final int HEAVY = 400_000;

	private final PageKind kind;

	private final PageContent content;

	private final Surroundings around;

	private final BlockReview blocks;

	private final List<PageFinding> findings = new ArrayList<>();

	private PageReview(PageKind kind, PageContent content, Surroundings around) {
		this.kind = kind;
		this.content = content;
		this.around = around;
		this.blocks = new BlockReview(kind, content, around, this.findings);
	}

	/**
	 * What a page can refer to.
	 *
	 * @param inUse the channels in use
	 * @param services the keys of services that people can be in
	 * @param attributes the names of attributes
	 * @param imageSize the bytes of an image, by its name; null where there is none
	 * @param isLive whether a link to a page of ours leads somewhere, by its address
	 * @param words the words a block begins with, by language
	 */
	record Surroundings(Instant now, List<Channel> inUse, Set<String> services, Set<String> attributes,
			Function<String, @Nullable Integer> imageSize, Predicate<String> isLive, UsualWords words) {

	}

	/**
	 * What there is to fix, to consider and to know, in this order.
	 * @param content as its readers would see it
	 */
	static List<PageFinding> of(LandingPage page, PageContent content, Surroundings around) {
		PageReview review = new PageReview(page.kind(), content, around);
		review.title();
		Set<String> standing = PageBlocks.of(page.kind(), content.blocks())
			.all()
			.stream()
			.map(PageBlock::id)
			.collect(Collectors.toSet());
		content.blocks().forEach((block) -> review.blocks.block(block, standing.contains(block.id())));
		review.boxes();
		review.steps();
		review.sender();
		review.settings();
		review.weight();
		review.findings.sort(Comparator.comparing(PageFinding::weight));
		return List.copyOf(review.findings);
	}

	private void title() {
		this.content.languages()
			.stream()
			.filter((tag) -> PageTitle.of(this.content).text(tag).label().isBlank())
			.forEach((tag) -> add(PageFinding.of(Weight.FIX, "title", PageTitle.ID).in(tag)));
		this.blocks.promises(PageTitle.of(this.content));
	}

	private void boxes() {
		if (this.kind != PageKind.ACQUISITION) {
			return;
		}
		List<PageBlock> boxes = this.content.blocks().stream().filter((block) -> block.type().isCheckbox()).toList();
		if (boxes.isEmpty()) {
			add(PageFinding.of(Weight.FIX, "boxes", PageTitle.ID));
		}
		else if (!this.content.writesNo()) {
			add(PageFinding.of(Weight.CONSIDER, "no-way-out", boxes.get(0).id())
				.fixedBy("in-or-out", (content) -> content.withBlocks(content.blocks()
					.stream()
					.map((block) -> block.type().isCheckbox() ? new PageBlock(block.id(), block.type(), block.about(),
							BoxMeaning.IN_OR_OUT, block.required(), block.readers(), block.texts()) : block)
					.map((block) -> block.fits() ? block : meant(block, BoxMeaning.DO_NOT_CONTACT))
					.toList())));
		}
		boolean found = this.content.blocks(Type.FIELD)
			.stream()
			.anyMatch((block) -> block.about().matches("email|mobile"));
		if (!found) {
			add(PageFinding.of(Weight.NOTE, "address", PageTitle.ID));
		}
	}

	/** Saying no takes one step: nothing more is asked on the way. */
	private void steps() {
		if (!this.kind.stopsEverything() && this.kind != PageKind.UNSUBSCRIPTION) {
			return;
		}
		this.content.blocks()
			.stream()
			.filter((block) -> block.type() == Type.AGREEMENT || (block.type() == Type.FIELD && block.required()))
			.forEach((block) -> add(PageFinding.of(Weight.FIX, "steps", block.id())
				.fixedBy((block.type() == Type.FIELD) ? "optional" : "remove", (block.type() == Type.FIELD)
						? BlockReview.change(block, PageReview::optional) : BlockReview.without(block))));
	}

	private void sender() {
		PageContact contact = this.content.contact();
		if (contact.organisation().isBlank()) {
			add(PageFinding.inSettings(Weight.FIX, "organisation", "organisation"));
		}
		if (!contact.reachable()) {
			add(PageFinding.inSettings(Weight.FIX, "contact", "address"));
		}
		this.content.texts().forEach((tag, words) -> {
			if (words.privacyNotice().isBlank()) {
				add(PageFinding.inSettings(Weight.FIX, "privacyNotice", "privacyNotice").in(tag));
			}
		});
		ThemeStyle style = ThemeStyle.of(this.content.colour());
		if (this.content.look().theme() == null && !style.isAccentReadable()) {
			add(PageFinding.inSettings(Weight.CONSIDER, "colour", "colour")
				.fixedBy("colour", (content) -> content.withBrand(style.readableAccent(), content.logo())));
		}
	}

	private void settings() {
		Instant closes = this.content.behaviour().closesAt();
		if (closes != null && !closes.isAfter(this.around.now())) {
			add(PageFinding.inSettings(Weight.FIX, "past", "to"));
		}
		if (this.kind == PageKind.DENYLIST && !this.content.behaviour().askFirst()) {
			add(PageFinding.inSettings(Weight.NOTE, "automatic", "askFirst"));
		}
		String service = this.content.behaviour().service();
		if (this.kind.hasService() && !service.isEmpty() && !this.around.services().contains(service)) {
			add(PageFinding.inSettings(Weight.FIX, "service", "service").about(service));
		}
		Map<String, Function<PageTexts, String>> parts = new LinkedHashMap<>();
		parts.put("resultTitle", PageTexts::resultTitle);
		if (this.content.behaviour().redirect().isEmpty()) {
			parts.put("inactive", PageTexts::inactive);
		}
		parts.forEach((part, text) -> this.content.texts().forEach((tag, words) -> {
			if (text.apply(words).isBlank()) {
				add(PageFinding.inSettings(Weight.CONSIDER, part, part).in(tag));
			}
		}));
		this.content.texts()
			.forEach((tag, words) -> MarkdownLinks.of(words.resultText() + "\n\n" + words.inactive())
				.stream()
				.filter((link) -> !MarkdownLinks.isWhole(link) || !this.around.isLive().test(link))
				.findFirst()
				.ifPresent(
						(link) -> add(PageFinding.inSettings(Weight.FIX, "link", "resultText").in(tag).about(link))));
	}

	private void weight() {
		int bytes = this.content.blocks(Type.IMAGE)
			.stream()
			.map((block) -> this.around.imageSize().apply(block.about()))
			.filter((size) -> size != null)
			.mapToInt(Integer::intValue)
			.sum();
		if (bytes > HEAVY) {
			add(PageFinding.of(Weight.CONSIDER, "heavy", this.content.blocks(Type.IMAGE).get(0).id())
				.about(String.valueOf(bytes / 1000)));
		}
		if (this.content.blocks().size() > MANY_BLOCKS) {
			add(PageFinding.of(Weight.CONSIDER, "long", PageTitle.ID)
				.about(String.valueOf(this.content.blocks().size())));
		}
	}

	private void add(PageFinding finding) {
		this.findings.add(finding);
	}

	private static PageBlock optional(PageBlock block) {
		return new PageBlock(block.id(), block.type(), block.about(), block.meaning(), false, block.readers(),
				block.texts());
	}

	private static PageBlock meant(PageBlock block, BoxMeaning meaning) {
		return new PageBlock(block.id(), block.type(), block.about(), meaning, block.required(), block.readers(),
				block.texts());
	}

}
