package dev.sayso.offer;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.HtmlUtils;

import dev.sayso.account.SignIn;
import dev.sayso.offer.collection.CatalogueSamples;

import static org.assertj.core.api.Assertions.assertThat;
import static dev.sayso.account.SignIn.csrf;

/**
 * The console as a marketer uses it without JavaScript: pages are read, and their forms
 * sent as they stand.
 */
public abstract class CatalogueConsole {

	private static final Pattern FIELD = Pattern.compile("<(input|textarea|option|select)\\b([^>]*)>([^<]*)",
			Pattern.DOTALL);

	@Autowired
	MockMvcTester mvc;

	@Autowired
	public CatalogueSamples samples;

	public MvcTestResult get(String path) {
		return get(path, SignIn.marketer());
	}

	public MvcTestResult get(String path, RequestPostProcessor who) {
		return this.mvc.get().uri(path).with(who).exchange();
	}

	public MvcTestResult post(String path, MultiValueMap<String, String> typed) {
		return this.mvc.post().uri(path).params(typed).with(SignIn.marketer()).with(csrf()).exchange();
	}

	public static MultiValueMap<String, String> typed(String... namesAndValues) {
		MultiValueMap<String, String> typed = new LinkedMultiValueMap<>();
		for (int i = 0; i < namesAndValues.length; i += 2) {
			typed.add(namesAndValues[i], namesAndValues[i + 1]);
		}
		return typed;
	}

	/** What the page's form of this path, or of one thing below it, would send. */
	public static MultiValueMap<String, String> form(MvcTestResult page, String path) {
		String html = html(page);
		Matcher action = Pattern.compile("method=\"post\"[^>]*action=\"" + path + "(/[^/\"]+)?\"").matcher(html);
		assertThat(action.find()).as(path).isTrue();
		int begin = action.start();
		Matcher fields = FIELD.matcher(html.substring(begin, html.indexOf("</form>", begin)));
		MultiValueMap<String, String> typed = new LinkedMultiValueMap<>();
		String select = "";
		while (fields.find()) {
			String tag = fields.group(2);
			boolean chosen = tag.matches("(?s).*\\b(checked|selected)\\b.*");
			switch (fields.group(1)) {
				case "select" -> select = attribute(tag, "name");
				case "option" -> typed.addAll(chosen ? typed(select, attribute(tag, "value")) : typed());
				case "textarea" -> typed.add(attribute(tag, "name"), HtmlUtils.htmlUnescape(fields.group(3)));
				default -> typed.addAll((chosen || !tag.matches("(?s).*type=\"(checkbox|radio)\".*"))
						? typed(attribute(tag, "name"), attribute(tag, "value")) : typed());
			}
		}
		return typed;
	}

	public static String html(MvcTestResult answer) {
		return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	private static String attribute(String tag, String name) {
		Matcher matcher = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
		return matcher.find() ? HtmlUtils.htmlUnescape(matcher.group(1)) : "";
	}

}
