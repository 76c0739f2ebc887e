package dev.sayso.landing.editor;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.stereotype.Component;

import dev.sayso.landing.BoxMeaning;
import dev.sayso.landing.LandingPage;
import dev.sayso.landing.PageBox;
import dev.sayso.landing.PageContent;
import dev.sayso.landing.PageKind;
import dev.sayso.landing.PageTexts;

/**
 * Reads what somebody sent from a page's editor, whichever of its buttons they pressed.
 */
@Component
class PageFormParser {

	private final BoxOrder boxes;

	private final DefaultTexts texts;

	PageFormParser(BoxOrder boxes, DefaultTexts texts) {
		this.boxes = boxes;
		this.texts = texts;
	}

	/**
	 * What was sent.
	 *
	 * @param back where in the editor the sender goes on
	 */
	record Read(PageForm form, String name, PageContent content, String back) {

	}

	Read of(LandingPage page, Map<String, String> typed) {
		Map<String, String> values = this.boxes.apply(typed, page.draft());
		if (page.kind() == PageKind.DENYLIST) {
			values.put("boxes", PageBox.ANY);
			values.put("meaning." + PageBox.ANY, BoxMeaning.DO_NOT_CONTACT.key());
		}
		ReadPage.Result result = ReadPage.of(values, page.draft());
		String shown = typed.getOrDefault("shown", "");
		String back = PageContent.LANGUAGES.contains(shown) ? "?language=" + shown : "";
		return new Read(new PageForm(values, result.faults()), typed.getOrDefault("name", "").strip(),
				withNewLanguages(page, result.content()), typed.containsKey("act") ? back + "#f-boxes" : back);
	}

	/**
	 * A language that is new to the page begins with words of its template.
	 */
	private PageContent withNewLanguages(LandingPage page, PageContent content) {
		Map<String, PageTexts> texts = new LinkedHashMap<>();
		content.texts().forEach((tag, words) -> {
			boolean fresh = !page.draft().texts().containsKey(tag) && words.title().isBlank();
			texts.put(tag, fresh ? this.texts.language(page, tag) : words);
		});
		return new PageContent(content.language(), texts, content.fields(), content.boxes(), content.contact(),
				content.colour(), content.logo(), content.behaviour());
	}

}
