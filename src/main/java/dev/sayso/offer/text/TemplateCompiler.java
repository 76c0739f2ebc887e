package dev.sayso.offer.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;

import org.jspecify.annotations.Nullable;
import org.owasp.html.Encoding;

final class TemplateCompiler {

	static final int LONGEST = 100_000;

	/** How many sections may stand in each other. */
	static final int DEEPEST = 20;

	private final ContentType type;

	private final TemplateNames names;

	private final ContentLayout layout;

	private final Supplier<String> site;

	private final List<TextFault> faults;

	private final HtmlPosition position = new HtmlPosition(new HtmlNesting());

	private final Deque<Open> open = new ArrayDeque<>();

	private final JsonQuotes quotes = new JsonQuotes();

	private List<TemplatePart> parts = new ArrayList<>();

	private record Open(TemplateTag tag, TemplateNames.Lookup lookup, List<TemplatePart> before) {

	}

	TemplateCompiler(ContentType type, TemplateNames names, Supplier<String> site) {
		this(type, names, ContentLayout.NONE, site);
	}

	private TemplateCompiler(ContentType type, TemplateNames names, ContentLayout layout, Supplier<String> site) {
		this.type = type;
		this.names = names;
		this.layout = layout;
		this.site = site;
		this.faults = names.faults();
	}

	/** Compiles the template of a placement, over what its fields are filled with. */
	static Template compile(ContentLayout layout, Supplier<String> site) {
		return new TemplateCompiler(ContentType.FIELDS, TemplateNames.of(layout), layout, site)
			.compile(layout.template());
	}

	Template compile(String text) {
		if (text.length() > LONGEST) {
			throw new InvalidTemplateException(List.of(TextFault.of("content.long", Integer.toString(LONGEST))));
		}
		if (text.contains("{{") || ImagePaths.find(text).find()) {
			((this.type == ContentType.TEXT) ? TagParser.ofLines(text) : TagParser.of(text)).forEach(this::take);
			this.open.forEach((section) -> fault("open", section.tag()));
			// without a part it would be taken as it is
			this.parts.add(new TemplatePart.Literal(""));
		}
		if (!this.faults.isEmpty()) {
			throw new InvalidTemplateException(this.faults);
		}
		return new Template(text, this.parts.toArray(TemplatePart[]::new), this.names.references());
	}

	private void take(TemplateTag tag) {
		switch (tag.kind()) {
			case LITERAL -> literal(tag.source());
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

	private void literal(String text) {
		int last = 0;
		for (Matcher paths = ImagePaths.find(text); paths.find(); last = paths.start()) {
			this.parts.add(new TemplatePart.Literal(text.substring(last, paths.start())));
			this.parts.add(new TemplatePart.Site(this.site));
		}
		this.parts.add(new TemplatePart.Literal(text.substring(last)));
		if (this.type.isMarkup()) {
			this.position.read(text);
		}
		this.quotes.read(text);
	}

	private void value(TemplateTag tag) {
		if (this.type == ContentType.JSON && this.quotes.isOutside()) {
			bare(tag);
			return;
		}
		boolean asked = this.open.stream().anyMatch((section) -> section.tag().name().equals(tag.name()));
		if (tag.otherwise() == null && !asked) {
			this.names.require(tag);
		}
		this.parts.add(new TemplatePart.Value(this.names.lookup(tag, isListed()), otherwise(tag), escape(tag)));
	}

	/** What stands in JSON without quotes. */
	private void bare(TemplateTag tag) {
		TemplateNames.Lookup lookup = this.names.lookup(tag, isListed());
		String otherwise = tag.otherwise();
		if (!this.names.isPlain(tag) || (otherwise != null && !JsonTemplateValidator.isPlain(otherwise))) {
			fault("json.outside", tag);
		}
		this.parts.add(new TemplatePart.Bare(lookup, (otherwise != null) ? otherwise : "null"));
	}

	private @Nullable String otherwise(TemplateTag tag) {
		String otherwise = tag.otherwise();
		return (otherwise != null && this.type.isMarkup()) ? Encoding.decodeHtml(otherwise, false) : otherwise;
	}

	private ValueEscaping escape(TemplateTag tag) {
		return switch (this.type) {
			case TEXT -> ValueEscaping.NONE;
			case JSON -> ValueEscaping.JSON;
			case IMAGE_LINK -> ValueEscaping.URL;
			case HTML, FIELDS -> inMarkup(tag);
		};
	}

	private ValueEscaping inMarkup(TemplateTag tag) {
		if (!this.position.isInAddress()) {
			return ValueEscaping.HTML;
		}
		return (this.layout.isAddress(tag) && this.position.isAtBeginning()) ? ValueEscaping.ADDRESS
				: ValueEscaping.URL;
	}

	private void open(TemplateTag tag) {
		if (this.open.size() == DEEPEST) {
			this.faults.add(TextFault.of("content.deep", tag.source(), tag.line(), DEEPEST));
		}
		this.open.push(new Open(tag, this.names.lookup(tag, isListed()), this.parts));
		this.parts = new ArrayList<>();
	}

	private void close(TemplateTag tag) {
		Open section = this.open.peek();
		if (section == null || !section.tag().name().equals(tag.name())) {
			fault("close", tag);
			return;
		}
		this.open.pop();
		TemplatePart[] inside = this.parts.toArray(TemplatePart[]::new);
		this.parts = section.before();
		this.parts
			.add((section.tag().kind() == TemplateTag.Kind.SECTION) ? new TemplatePart.Section(section.lookup(), inside)
					: new TemplatePart.Inverted(section.lookup(), inside));
	}

	private boolean isListed() {
		return this.open.stream().anyMatch((section) -> section.tag().kind() == TemplateTag.Kind.SECTION);
	}

	private void fault(String code, TemplateTag tag) {
		this.faults.add(TextFault.of("content." + code, tag.source(), tag.line()));
	}

}
