package dev.sayso.landing.trial;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

import dev.sayso.landing.visit.LinkRecipient;
import dev.sayso.landing.editor.PreviewPeople;
import dev.sayso.landing.visit.PublicFormPage;
import dev.sayso.landing.visit.ShownForm;

/**
 * The very page that readers see, marked as a trial, with forms that go to the console.
 */
@Component
class TrialPage {

	private static final Pattern FORM = Pattern.compile("<form [^>]*>");

	private static final String FRAME = "<div class=\"frame\">";

	private final PublicFormPage formPage;

	private final PreviewPeople people;

	private final MessageSourceAccessor messages;

	TrialPage(PublicFormPage formPage, PreviewPeople people, MessageSourceAccessor messages) {
		this.formPage = formPage;
		this.people = people;
		this.messages = messages;
	}

	/**
	 * The page as somebody meets it.
	 * @param whom a person's id, or somebody made up
	 * @param path where its form goes
	 */
	ResponseEntity<byte[]> show(TriedPages.Tried tried, String whom, String path, String language, CsrfToken token) {
		List<Locale.LanguageRange> languages = language.isEmpty() ? List.of()
				: List.of(new Locale.LanguageRange(language));
		LinkRecipient recipient = this.people.person(whom, tried.content(), tried.page()).orElse(null);
		return mark(this.formPage.answer(HttpStatus.OK,
				new ShownForm(tried.page(), tried.page().wording(languages), path, recipient, null, false, null, null)),
				token);
	}

	/** Marks a page, and lets the console know its forms. */
	ResponseEntity<byte[]> mark(ResponseEntity<byte[]> page, CsrfToken token) {
		String html = new String(page.getBody(), StandardCharsets.UTF_8);
		String notice = "<aside class=\"notice\" lang=\"" + LocaleContextHolder.getLocale().toLanguageTag()
				+ "\"><p><b>" + word("landing.trial.mark") + "</b> " + word("landing.trial.mark.text") + "</p></aside>";
		String field = "<input type=\"hidden\" name=\"" + token.getParameterName() + "\" value=\"" + token.getToken()
				+ "\">";
		String marked = FORM.matcher(html.replace(FRAME, FRAME + notice))
			.replaceAll((form) -> Matcher.quoteReplacement(form.group() + field));
		return ResponseEntity.status(page.getStatusCode()).headers((headers) -> {
			headers.putAll(page.getHeaders());
			headers.remove("Content-Length");
		}).body(marked.getBytes(StandardCharsets.UTF_8));
	}

	private String word(String key) {
		return HtmlUtils.htmlEscape(this.messages.getMessage(key));
	}

}
