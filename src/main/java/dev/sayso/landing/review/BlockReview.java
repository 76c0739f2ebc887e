package dev.sayso.landing.review;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import dev.sayso.landing.BlockText;
import dev.sayso.landing.PageBlock;
import dev.sayso.landing.PageBlock.Type;
import dev.sayso.landing.PageContent;
import dev.sayso.landing.PageKind;
import dev.sayso.landing.UntickedPromise;
import dev.sayso.landing.review.PageFinding.Weight;
import dev.sayso.shared.Channel;

/**
 * Reads the blocks of a page, each by itself.
 */
final class BlockReview {

	private final PageKind kind;

	private final PageContent content;

	private final PageReview.Surroundings around;

	private final List<PageFinding> findings;

	/**
	 * A review that adds to the findings of its page.
	 */
	BlockReview(PageKind kind, PageContent content, PageReview.Surroundings around, List<PageFinding> findings) {
		this.kind = kind;
		this.content = content;
		this.around = around;
		this.findings = findings;
	}

	/**
	 * Reads a block.
	 * @param stands whether its readers see it
	 */
	void block(PageBlock block, boolean stands) {
		if (isAboutNothing(block)) {
			add(PageFinding.of(Weight.FIX, "gone-" + block.type().key(), block.id())
				.about(block.about())
				.fixedBy("remove", without(block)));
			return;
		}
		if (!stands) {
			add(PageFinding
				.of((block.type() == Type.IMAGE) ? Weight.FIX : Weight.CONSIDER,
						(block.type() == Type.IMAGE) ? "no-image" : "left-out", block.id())
				.fixedBy("remove", without(block)));
			return;
		}
		this.content.languages().forEach((tag) -> words(block, tag));
		this.content.languages().forEach((tag) -> links(block, tag));
		promises(block);
		contradictions(block);
		if (block.type() == Type.CHANNEL
				&& Channel.of(block.about()).filter((channel) -> !this.around.inUse().contains(channel)).isPresent()) {
			add(PageFinding.of(Weight.CONSIDER, "not-in-use", block.id()).fixedBy("remove", without(block)));
		}
	}

	/**
	 * Whether it is about a service or attribute that is gone, so that nobody can answer.
	 */
	private boolean isAboutNothing(PageBlock block) {
		return switch (block.type()) {
			case SERVICE -> !this.around.services().contains(block.about());
			case FIELD -> block.attribute().filter((name) -> !this.around.attributes().contains(name)).isPresent();
			case IMAGE -> !block.about().isEmpty() && this.around.imageSize().apply(block.about()) == null;
			default -> false;
		};
	}

	private void words(PageBlock block, String tag) {
		BlockText words = block.text(tag);
		boolean spoken = switch (block.type()) {
			case HEADING, TEXT, CHANNEL, PURPOSE, PAUSE, AGREEMENT -> true;
			case SERVICE, FIELD, BUTTON -> isElsewhere(block, BlockText::label);
			case IMAGE -> true;
			default -> false;
		};
		if (spoken && words.label().isBlank()) {
			boolean must = block.type().isCheckbox() || block.type() == Type.AGREEMENT || block.type() == Type.BUTTON;
			PageFinding finding = PageFinding
				.of(must ? Weight.FIX : Weight.CONSIDER, (block.type() == Type.IMAGE) ? "alternative" : "words",
						block.id())
				.in(tag);
			BlockText usual = this.around.words().words(block, tag);
			add(usual.label().isBlank() ? finding : finding.fixedBy("usual",
					change(block, (now) -> now.withText(tag, new BlockText(usual.label(), now.text(tag).help())))));
		}
		if (words.help().isBlank() && block.type().isHelped() && isElsewhere(block, BlockText::help)) {
			add(PageFinding.of(Weight.CONSIDER, "help", block.id()).in(tag));
		}
	}

	private boolean isElsewhere(PageBlock block, Function<BlockText, String> part) {
		return this.content.languages().stream().anyMatch((tag) -> !part.apply(block.text(tag)).isBlank());
	}

	private void links(PageBlock block, String tag) {
		if (block.type() == Type.TEXT || block.type() == Type.AGREEMENT) {
			MarkdownLinks.of(block.text(tag).label())
				.stream()
				.filter((link) -> !MarkdownLinks.isWhole(link) || !this.around.isLive().test(link))
				.findFirst()
				.ifPresent((link) -> add(PageFinding.of(Weight.FIX, "link", block.id()).in(tag).about(link)));
		}
	}

	/**
	 * What visitors nobody identified read must hold for them: a box that they leave
	 * changes nothing.
	 */
	void promises(PageBlock block) {
		if (this.kind.stopsEverything() || block.readers() == PageBlock.Readers.PERSONAL) {
			return;
		}
		this.content.languages()
			.stream()
			.filter((tag) -> UntickedPromise.isIn(block.text(tag).label())
					|| UntickedPromise.isIn(block.text(tag).help()))
			.forEach((tag) -> {
				PageFinding finding = PageFinding.of(Weight.FIX, "promise", block.id()).in(tag);
				add((block.type() == Type.TEXT)
						? finding
							.fixedBy("personal",
									change(block,
											(now) -> new PageBlock(now.id(), now.type(), now.about(), now.meaning(),
													now.required(), PageBlock.Readers.PERSONAL, now.texts())))
						: finding);
			});
	}

	private void contradictions(PageBlock block) {
		if (!block.type().isCheckbox() || block.meaning() == null) {
			return;
		}
		this.content.languages()
			.stream()
			.filter((tag) -> BoxWords.contradict(block.text(tag).label(), block.meaning()))
			.forEach((tag) -> {
				PageFinding finding = PageFinding.of(Weight.FIX, "contradicts", block.id()).in(tag);
				BlockText usual = this.around.words().words(block, tag);
				boolean helps = !usual.label().isBlank() && !BoxWords.contradict(usual.label(), block.meaning());
				add(helps
						? finding.fixedBy("usual",
								change(block,
										(now) -> now.withText(tag, new BlockText(usual.label(), now.text(tag).help()))))
						: finding);
			});
	}

	private void add(PageFinding finding) {
		this.findings.add(finding);
	}

	static UnaryOperator<PageContent> without(PageBlock block) {
		return (content) -> content
			.withBlocks(content.blocks().stream().filter((other) -> !other.id().equals(block.id())).toList());
	}

	static UnaryOperator<PageContent> change(PageBlock block, UnaryOperator<PageBlock> change) {
		return (content) -> content.block(block.id())
			.map((now) -> PageTitle.save(content, change.apply(now)))
			.orElse(content);
	}

}
