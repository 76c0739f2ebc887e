package dev.sayso.offer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.offer.text.ContentField;
import dev.sayso.offer.text.ContentFormat;
import dev.sayso.offer.text.ContentLayout;
import dev.sayso.offer.text.ContentType;
import dev.sayso.offer.text.FieldKind;
import dev.sayso.offer.text.HtmlNesting;
import dev.sayso.offer.text.HtmlSanitizer;
import dev.sayso.offer.text.ImagePaths;
import dev.sayso.offer.text.InvalidTemplateException;
import dev.sayso.offer.text.JsonTemplateValidator;
import dev.sayso.offer.text.LinkAddress;
import dev.sayso.offer.text.TagParser;
import dev.sayso.offer.text.TemplateTag;
import dev.sayso.offer.text.Templates;
import dev.sayso.offer.text.TextFault;
import dev.sayso.store.HeldReadings;

/**
 * Validates what somebody wrote for a placement, and leaves of it what is safe.
 */
@Component
public class ContentValidator {

	private static final Pattern ADDRESS = Pattern
		.compile("(?i)https?://[^\\s\\p{Cntrl}/?#\\\\@\"'<>{}|^`]+([/?#][^\\s\\p{Cntrl}\\\\\"<>{}|^`]*)?");

	private final Templates templates;

	ContentValidator(Templates templates) {
		this.templates = templates;
	}

	/**
	 * What is wrong, and what is safe.
	 *
	 * @param safe what may be saved where there are no faults
	 * @param removed what was removed from HTML: elements, attributes, tags
	 */
	public record Result(Representation safe, List<TextFault> faults, List<String> removed) {

		public boolean isValid() {
			return this.faults.isEmpty();
		}

	}

	/** What is checked. */
	private record Check(ContentFormat format, Representation representation, Map<String, Object> attributes) {

	}

	/**
	 * The checks made last, as many as an offer has texts: while it is taken from a file,
	 * or its page is drawn, it is looked at several times in a row.
	 */
	private static final class LastChecks extends LinkedHashMap<Check, Result> {

		private static final long serialVersionUID = 1L;

		private static final int MOST = 500;

		@Override
		protected boolean removeEldestEntry(Map.Entry<Check, Result> eldest) {
			return size() > MOST;
		}

	}

	/** What is wrong with what is said on a placement, and what of it can be shown. */
	public Result check(ContentFormat format, Representation representation, Map<String, Object> attributes) {
		return HeldReadings.get(this, LastChecks::new)
			.computeIfAbsent(new Check(format, representation, attributes), this::check);
	}

	private Result check(Check check) {
		ContentType type = check.format().type();
		Representation representation = check.representation();
		Map<String, Object> attributes = check.attributes();
		if (representation.isBlank()) {
			return refused(representation, List.of(TextFault.of("content.blank", "")));
		}
		if (check.format().hasFields() == representation.fields().isEmpty()) {
			return refused(representation,
					List.of(TextFault.of(check.format().hasFields() ? "content.fields" : "content.no-fields", "")));
		}
		if (check.format().hasFields()) {
			return fields(representation, check.format().layout(), attributes);
		}
		List<TextFault> faults = new ArrayList<>(compile(type, representation.content(), attributes));
		if (!faults.isEmpty() && type != ContentType.IMAGE_LINK) {
			return refused(representation, faults);
		}
		return switch (type) {
			case TEXT -> new Result(plain(representation, representation.content()), List.of(), List.of());
			case HTML, FIELDS -> html(representation, attributes);
			case JSON -> new Result(plain(representation, representation.content()),
					JsonTemplateValidator.faults(representation.content()), List.of());
			case IMAGE_LINK -> image(representation, attributes, faults);
		};
	}

	private Result html(Representation representation, Map<String, Object> attributes) {
		HtmlSanitizer.Result clean = HtmlSanitizer.clean(representation.content());
		List<TextFault> faults = new ArrayList<>();
		if (clean.html().isBlank()) {
			faults.add(TextFault.of("content.nothing", String.join(", ", clean.removed())));
		}
		HtmlNesting.crossing(clean.html()).forEach((name) -> faults.add(TextFault.of("content.crossing", name)));
		if (faults.isEmpty()) {
			faults.addAll(compile(ContentType.HTML, clean.html(), attributes));
		}
		return new Result(plain(representation, clean.html()), faults, clean.removed());
	}

	private Result image(Representation representation, Map<String, Object> attributes, List<TextFault> faults) {
		if (!ImagePaths.isOne(representation.content().strip())) {
			address("content.image", representation.content(), faults);
		}
		if (representation.alt() == null || representation.alt().isBlank()) {
			faults.add(TextFault.of("content.alt", ""));
		}
		else {
			faults.addAll(compile(ContentType.TEXT, representation.alt(), attributes));
		}
		if (representation.link() != null && !representation.link().isBlank()) {
			faults.addAll(compile(ContentType.IMAGE_LINK, representation.link(), attributes));
			address("content.link", representation.link(), faults);
		}
		String link = (representation.link() == null || representation.link().isBlank()) ? null
				: representation.link().strip();
		return new Result(representation.saying(representation.content().strip(), representation.alt(), link), faults,
				List.of());
	}

	/**
	 * What is written in a placement's fields: of what has no field there nothing is
	 * kept.
	 */
	private Result fields(Representation representation, ContentLayout layout, Map<String, Object> attributes) {
		List<TextFault> faults = new ArrayList<>();
		Map<String, String> kept = new LinkedHashMap<>(representation.fields());
		kept.keySet().removeAll(layout.homeless(representation.fields()));
		for (ContentField field : layout.fields()) {
			String value = representation.fields().get(field.key());
			if (value != null) {
				String safe = field.filledWith().isAddress() ? value.strip() : value;
				kept.put(field.key(), safe);
				field(field, safe, attributes).forEach((fault) -> faults.add(fault.in(field)));
			}
		}
		if (kept.isEmpty()) {
			faults.add(TextFault.of("content.blank", ""));
		}
		return new Result(representation.filled(kept), faults, List.copyOf(layout.homeless(representation.fields())));
	}

	private List<TextFault> field(ContentField field, String value, Map<String, Object> attributes) {
		List<TextFault> faults = new ArrayList<>(compile(CompiledRepresentation.typeOf(field), value, attributes));
		if (!field.fits(value)) {
			faults.add(TextFault.of("content.field-long", Integer.toString(field.longest())));
		}
		if (field.filledWith().isAddress()) {
			String filled = TagParser.of(value)
				.stream()
				.map((tag) -> tag.isLiteral() ? tag.source() : "x")
				.collect(Collectors.joining());
			boolean image = field.filledWith().isImage();
			if (!(image ? LinkAddress.isImage(filled) : LinkAddress.isLink(filled))) {
				faults.add(TextFault.of(image ? "content.field-image" : "content.field-link", value));
			}
			else if (!filled.equals(value) && !HtmlSanitizer.leads(value)) {
				faults.add(TextFault.of("content.host", value));
			}
		}
		else if (field.filledWith() != FieldKind.TEXT && value.contains("\n")) {
			faults.add(TextFault.of("content.field-line", ""));
		}
		return faults;
	}

	private static void address(String code, String address, List<TextFault> faults) {
		List<TemplateTag> tags = TagParser.of(address.strip());
		String before = tags.get(0).isLiteral() ? tags.get(0).source() : "";
		String filled = tags.stream().map((tag) -> tag.isLiteral() ? tag.source() : "x").collect(Collectors.joining());
		if (!ADDRESS.matcher(filled).matches()) {
			faults.add(TextFault.of(code, address.strip()));
		}
		else if (tags.size() > 1 && !HtmlSanitizer.leads(before)) {
			faults.add(TextFault.of("content.host", address.strip()));
		}
	}

	private List<TextFault> compile(ContentType type, String text, @Nullable Map<String, Object> attributes) {
		try {
			this.templates.compile(type, text, attributes);
			return List.of();
		}
		catch (InvalidTemplateException ex) {
			return ex.faults();
		}
	}

	private static Representation plain(Representation representation, String content) {
		return representation.saying(content, null, null);
	}

	private static Result refused(Representation representation, List<TextFault> faults) {
		return new Result(representation, faults, List.of());
	}

}
