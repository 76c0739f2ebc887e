package dev.sayso;

import java.net.http.HttpResponse;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Changes the say about one channel by the API, each time for another reason.
 */
final class ApiWriter extends Writer {

	private static final List<String> CHOICES = List.of("n", "y", "dn", "LI");

	private final Caller caller;

	private final String person;

	private final String channel;

	ApiWriter(Caller caller, String person, String channel) {
		this.caller = caller;
		this.person = person;
		this.channel = channel;
	}

	@Override
	String change(int turn) {
		String reason = this.person + ", " + this.channel + ", change " + turn;
		String body = "{\"marketing\":{\"%s\":{\"val\":\"%s\",\"reason\":\"%s\"}}}".formatted(this.channel,
				CHOICES.get(turn % CHOICES.size()), reason);
		HttpResponse<String> answer = this.caller.api("PATCH", "/externalId:" + this.person + "/consents", body);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		return reason;
	}

}
