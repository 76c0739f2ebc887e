package dev.sayso.landing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A page in the one order that all pages had before they were made of blocks: an
 * introduction, fields, checkboxes under one heading, a button. So are kept the versions
 * and drafts of before, and so most pages begin.
 *
 * @param language tag of the language that stands in for the others
 * @param texts by language tag
 * @param boxes in the order in which the page shows them
 * @param colour the brand's, {@code #rrggbb}
 * @param logo the brand's name as it is written on top
 */
public record PlainPage(String language, Map<String, PlainTexts> texts, List<PageField> fields, List<PageBox> boxes,
		PageContact contact, String colour, String logo, PageBehaviour behaviour) {

	/** The ids of the blocks that such a page is made of. */
	static final String INTRO = "intro";

	static final String VISITOR_INTRO = "visitor-intro";

	static final String LEGEND = "legend";

	static final String BUTTON = "button";

	public PlainPage {
		texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
		fields = (fields != null) ? List.copyOf(fields) : List.of();
		boxes = (boxes != null) ? List.copyOf(boxes) : List.of();
		contact = Objects.requireNonNullElse(contact, PageContact.NONE);
		colour = Objects.requireNonNullElse(colour, PageContent.COLOUR);
		logo = Objects.requireNonNullElse(logo, "");
	}

	/** What of a page has its place in this order. */
	public static PlainPage of(PageContent content) {
		Map<String, PageBlock> known = content.blocks()
			.stream()
			.filter(PlainPage::isPlain)
			.collect(
					Collectors.toMap(PageBlock::id, Function.identity(), (first, second) -> first, LinkedHashMap::new));
		Map<String, PlainTexts> texts = new LinkedHashMap<>();
		content.texts().forEach((tag, words) -> {
			Map<String, BlockText> boxes = new LinkedHashMap<>();
			known.values().forEach((block) -> block.box().ifPresent((box) -> boxes.put(box.about(), block.text(tag))));
			texts.put(tag,
					new PlainTexts(words.title(), label(known, INTRO, tag), label(known, LEGEND, tag), boxes,
							label(known, BUTTON, tag), words.resultTitle(), words.resultText(), words.inactive(),
							words.privacyNotice(), label(known, VISITOR_INTRO, tag)));
		});
		return new PlainPage(content.language(), texts,
				known.values()
					.stream()
					.filter((block) -> block.type() == PageBlock.Type.FIELD)
					.map((block) -> new PageField(block.about(), block.required()))
					.sorted(Comparator.comparing((field) -> PageField.NAMES.indexOf(field.name())))
					.toList(),
				known.values().stream().flatMap((block) -> block.box().stream()).toList(), content.contact(),
				content.colour(), content.logo(), content.behaviour());
	}

	private static String label(Map<String, PageBlock> known, String id, String tag) {
		return Optional.ofNullable(known.get(id)).map((block) -> block.text(tag).label()).orElse("");
	}

	/** Whether a block is one of those that such a page is made of. */
	private static boolean isPlain(PageBlock block) {
		return switch (block.type()) {
			case TEXT -> List.of(INTRO, VISITOR_INTRO).contains(block.id());
			case HEADING -> block.id().equals(LEGEND);
			case BUTTON -> block.id().equals(BUTTON);
			case FIELD -> block.id().equals(fieldId(block.about()));
			case CHANNEL, PURPOSE -> block.id().equals(boxId(block.about()));
			default -> false;
		};
	}

	static String fieldId(String name) {
		return "field-" + name;
	}

	static String boxId(String about) {
		return "box-" + about.replace('.', '-');
	}

	public PageContent content() {
		return content(blocks());
	}

	/**
	 * The content of a page with this in place of what it had of it; its other blocks
	 * stay behind the ones they followed.
	 */
	public PageContent content(PageContent before) {
		List<PageBlock> blocks = new ArrayList<>(blocks());
		String previous = null;
		for (PageBlock block : before.blocks()) {
			if (!isPlain(block)) {
				blocks.add(place(blocks, previous), block);
				previous = block.id();
			}
			else if (blocks.stream().anyMatch((kept) -> kept.id().equals(block.id()))) {
				previous = block.id();
			}
		}
		return content(blocks).withConstants(before.constants()).withLook(before.look());
	}

	private static int place(List<PageBlock> blocks, @Nullable String previous) {
		for (int at = 0; at < blocks.size(); at++) {
			if (blocks.get(at).id().equals(previous)) {
				return at + 1;
			}
		}
		return 0;
	}

	private PageContent content(List<PageBlock> blocks) {
		return new PageContent(this.language, pageTexts(), blocks, Map.of(), this.contact, this.colour, this.logo,
				this.behaviour);
	}

	Map<String, PageTexts> pageTexts() {
		Map<String, PageTexts> words = new LinkedHashMap<>();
		this.texts.forEach((tag, plain) -> words.put(tag, plain.texts()));
		return words;
	}

	private List<PageBlock> blocks() {
		List<PageBlock> blocks = new ArrayList<>();
		boolean two = this.texts.values().stream().anyMatch((plain) -> !plain.visitorIntro().isBlank());
		add(blocks, PageBlock.text(INTRO, two ? PageBlock.Readers.PERSONAL : PageBlock.Readers.EVERYBODY,
				labels(PlainTexts::intro)));
		if (two) {
			add(blocks, PageBlock.text(VISITOR_INTRO, PageBlock.Readers.VISITORS, labels(PlainTexts::forVisitors)));
		}
		this.fields.forEach((field) -> blocks.add(PageBlock.field(fieldId(field.name()), field, Map.of())));
		add(blocks, PageBlock.of(LEGEND, PageBlock.Type.HEADING, labels(PlainTexts::legend)));
		Stream.concat(this.boxes.stream().filter((box) -> !box.use()), this.boxes.stream().filter(PageBox::use))
			.forEach((box) -> blocks
				.add(PageBlock.box(boxId(box.about()), box, words((plain) -> plain.box(box.about())))));
		blocks.add(PageBlock.of(BUTTON, PageBlock.Type.BUTTON, labels(PlainTexts::button)));
		return blocks;
	}

	private static void add(List<PageBlock> blocks, PageBlock block) {
		if (!block.texts().isEmpty()) {
			blocks.add(block);
		}
	}

	private Map<String, BlockText> labels(Function<PlainTexts, String> part) {
		return words((plain) -> new BlockText(part.apply(plain), ""));
	}

	private Map<String, BlockText> words(Function<PlainTexts, BlockText> part) {
		Map<String, BlockText> words = new LinkedHashMap<>();
		this.texts.forEach((tag, plain) -> {
			BlockText text = part.apply(plain);
			if (!text.equals(BlockText.NONE)) {
				words.put(tag, text);
			}
		});
		return words;
	}

}
