package dev.sayso;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Opens a personal page and changes one of its boxes, as a recipient does.
 */
final class PageWriter extends Writer {

	private static final Pattern PATH = Pattern.compile("\"url\"\\s*:\\s*\"https?://[^/\"]+([^\"]+)\"");

	private final Caller caller;

	private final String link;

	private final String box;

	PageWriter(Caller caller, String person, String box) {
		this.caller = caller;
		this.box = box;
		HttpResponse<String> made = caller.api("POST", "/externalId:" + person + "/links",
				"{\"page\":\"preferences\"}");
		Matcher path = PATH.matcher(made.body());
		assertThat(path.find()).as(made.body()).isTrue();
		this.link = path.group(1);
	}

	/**
	 * The opening of the page names the change: it is kept with the submission.
	 */
	@Override
	String change(int turn) {
		PageForm form = new PageForm(this.caller.open(this.link).body());
		String opening = form.value("opening").orElseThrow();
		HttpResponse<String> answer = this.caller.submit(this.link, form.toggle(this.box).body());
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
		return opening;
	}

}
