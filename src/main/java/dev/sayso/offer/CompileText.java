package dev.sayso.offer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.owasp.html.Encoding;

/**
 * One walk through a text, which compiles it and gathers what is wrong.
 */
final class CompileText {

	/** How many characters one may have. */
	static final int LONGEST = 100_000;

	/** How many sections may stand in each other. */
	static final int DEEPEST = 20;

	private final ContentType type;

	private final ReadNames names;

	private final List<TextFault> faults;

	private final HtmlPlace place = new HtmlPlace();

	private final Deque<Open> open = new ArrayDeque<>();

	private List<Piece> pieces = new ArrayList<>();

	/** A section that goes on, and what stood before it. */
	private record Open(Tag tag, Lookup lookup, List<Piece> before) {

	}

	CompileText(ContentType type, ReadNames names) {
		this.type = type;
		this.names = names;
		this.faults = names.faults();
	}

	/**
	 * Compiles the whole.
	 * @throws BadTemplate with everything that is wrong with it
	 */
	Template compile(String text) {
		if (text.length() > LONGEST) {
			throw new BadTemplate(List.of(TextFault.of("content.long", Integer.toString(LONGEST))));
		}
		if (!Tags.none(text)) {
			((this.type == ContentType.TEXT) ? Tags.ofLines(text) : Tags.of(text)).forEach(this::take);
			this.open.forEach((left) -> fault("open", left.tag()));
			// without a piece it would be taken as it is
			this.pieces.add(new Piece.Words(""));
		}
		if (!this.faults.isEmpty()) {
			throw new BadTemplate(this.faults);
		}
		return new Template(text, this.pieces.toArray(Piece[]::new), this.names.names());
	}

	private void take(Tag tag) {
		switch (tag.kind()) {
			case WORDS -> words(tag.source());
			case VALUE -> value(tag);
			case SECTION, INVERTED -> open(tag);
			case END -> close(tag);
			case COMMENT -> {
			}
			case PARTIAL -> fault("partial", tag);
			case UNESCAPED -> fault("unescaped", tag);
			case DELIMITERS -> fault("delimiters", tag);
			case UNCLOSED -> fault("unclosed", tag);
		}
	}

	private void words(String words) {
		this.pieces.add(new Piece.Words(words));
		if (this.type == ContentType.HTML) {
			this.place.read(words);
		}
	}

	private void value(Tag tag) {
		this.pieces.add(new Piece.Value(this.names.lookup(tag, isListed()), otherwise(tag), escape()));
	}

	private @Nullable String otherwise(Tag tag) {
		String otherwise = tag.otherwise();
		return (otherwise != null && this.type == ContentType.HTML) ? Encoding.decodeHtml(otherwise, false) : otherwise;
	}

	private Escape escape() {
		return switch (this.type) {
			case TEXT -> Escape.NONE;
			case JSON -> Escape.JSON;
			case IMAGE_LINK -> Escape.URL;
			case HTML -> this.place.isInAddress() ? Escape.URL : Escape.HTML;
		};
	}

	private void open(Tag tag) {
		if (this.open.size() == DEEPEST) {
			this.faults.add(TextFault.of("content.deep", tag.source(), tag.line(), DEEPEST));
		}
		this.open.push(new Open(tag, this.names.lookup(tag, isListed()), this.pieces));
		this.pieces = new ArrayList<>();
	}

	private void close(Tag tag) {
		Open section = this.open.peek();
		if (section == null || !section.tag().name().equals(tag.name())) {
			fault("close", tag);
			return;
		}
		this.open.pop();
		Piece[] inside = this.pieces.toArray(Piece[]::new);
		this.pieces = section.before();
		this.pieces.add((section.tag().kind() == Tag.Kind.SECTION) ? new Piece.Section(section.lookup(), inside)
				: new Piece.Inverted(section.lookup(), inside));
	}

	private boolean isListed() {
		return this.open.stream().anyMatch((one) -> one.tag().kind() == Tag.Kind.SECTION);
	}

	private void fault(String code, Tag tag) {
		this.faults.add(TextFault.of("content." + code, tag.source(), tag.line()));
	}

}
