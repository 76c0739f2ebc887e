package dev.sayso.offer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.sayso.offer.text.Cleaned;
import dev.sayso.offer.text.ContentType;
import dev.sayso.offer.text.HtmlNesting;
import dev.sayso.offer.text.HtmlSanitizer;
import dev.sayso.offer.text.InvalidTemplateException;
import dev.sayso.offer.text.JsonTemplateValidator;
import dev.sayso.offer.text.SafeUrl;
import dev.sayso.offer.text.TagParser;
import dev.sayso.offer.text.TemplateTag;
import dev.sayso.offer.text.Templates;
import dev.sayso.offer.text.TextFault;

/**
 * Takes what somebody wrote for a placement: says what is wrong with it, and leaves of it
 * what is safe.
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
	 * What is left of it.
	 *
	 * @param said what may be kept where there are no faults
	 * @param removed what was taken out of HTML: elements, attributes, tags
	 */
	public record Checked(Representation said, List<TextFault> faults, List<String> removed) {

		public boolean isFine() {
			return this.faults.isEmpty();
		}

	}

	/**
	 * Checks what is said on a placement that shows this type.
	 * @param attributes the names of the offer's own
	 */
	public Checked check(ContentType type, Representation said, Collection<String> attributes) {
		if (said.content().isBlank()) {
			return refused(said, List.of(TextFault.of("content.blank", "")));
		}
		List<TextFault> faults = new ArrayList<>(compile(type, said.content(), attributes));
		if (!faults.isEmpty() && type != ContentType.IMAGE_LINK) {
			return refused(said, faults);
		}
		return switch (type) {
			case TEXT -> new Checked(plain(said, said.content()), List.of(), List.of());
			case HTML -> html(said, attributes);
			case JSON ->
				new Checked(plain(said, said.content()), JsonTemplateValidator.faults(said.content()), List.of());
			case IMAGE_LINK -> image(said, attributes, faults);
		};
	}

	private Checked html(Representation said, Collection<String> attributes) {
		Cleaned cleaned = HtmlSanitizer.clean(said.content());
		List<TextFault> faults = new ArrayList<>();
		if (cleaned.html().isBlank()) {
			faults.add(TextFault.of("content.nothing", String.join(", ", cleaned.removed())));
		}
		HtmlNesting.crossing(cleaned.html()).forEach((name) -> faults.add(TextFault.of("content.crossing", name)));
		if (faults.isEmpty()) {
			faults.addAll(compile(ContentType.HTML, cleaned.html(), attributes));
		}
		return new Checked(plain(said, cleaned.html()), faults, cleaned.removed());
	}

	private Checked image(Representation said, Collection<String> attributes, List<TextFault> faults) {
		address("content.image", said.content(), faults);
		if (said.alt() == null || said.alt().isBlank()) {
			faults.add(TextFault.of("content.alt", ""));
		}
		else {
			faults.addAll(compile(ContentType.TEXT, said.alt(), attributes));
		}
		if (said.link() != null && !said.link().isBlank()) {
			faults.addAll(compile(ContentType.IMAGE_LINK, said.link(), attributes));
			address("content.link", said.link(), faults);
		}
		String link = (said.link() == null || said.link().isBlank()) ? null : said.link().strip();
		return new Checked(
				new Representation(said.placement(), said.language(), said.content().strip(), said.alt(), link), faults,
				List.of());
	}

	private static void address(String code, String address, List<TextFault> faults) {
		List<TemplateTag> tags = TagParser.of(address.strip());
		String before = tags.get(0).isWords() ? tags.get(0).source() : "";
		String filled = tags.stream().map((tag) -> tag.isWords() ? tag.source() : "x").collect(Collectors.joining());
		if (!ADDRESS.matcher(filled).matches()) {
			faults.add(TextFault.of(code, address.strip()));
		}
		else if (tags.size() > 1 && !SafeUrl.leads(before)) {
			faults.add(TextFault.of("content.host", address.strip()));
		}
	}

	private List<TextFault> compile(ContentType type, String text, @Nullable Collection<String> attributes) {
		try {
			this.templates.compile(type, text, attributes);
			return List.of();
		}
		catch (InvalidTemplateException bad) {
			return bad.faults();
		}
	}

	private static Representation plain(Representation said, String content) {
		return new Representation(said.placement(), said.language(), content, null, null);
	}

	private static Checked refused(Representation said, List<TextFault> faults) {
		return new Checked(said, faults, List.of());
	}

}
