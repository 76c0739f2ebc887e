package dev.sayso.contact.text;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

import com.jayway.jsonpath.JsonPath;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * A gateway that posts texts in the generic form, as its provider would.
 */
class SmsGateway {

	static final String SECRET = "whsec_"
			+ Base64.getEncoder().encodeToString("a secret of a test of a gateway".getBytes());

	private final MockMvcTester mvc;

	private final String path;

	private final String secret;

	SmsGateway(MockMvcTester mvc, String slug, String secret) {
		this.mvc = mvc;
		this.path = "/inbound/" + slug;
		this.secret = secret;
	}

	/** What came of a text: how it was understood, and what it was answered. */
	record Answer(String understood, @Nullable String reply) {
	}

	Answer text(String id, String from, String text, Instant receivedAt) {
		Map<String, String> body = new LinkedHashMap<>();
		body.put("id", id);
		body.put("from", from);
		body.put("to", "+3200000000");
		body.put("text", text);
		body.put("receivedAt", receivedAt.toString());
		return answer(post(JsonMapper.shared().writeValueAsString(body).getBytes(StandardCharsets.UTF_8)));
	}

	static Answer answer(MvcTestResult result) {
		if (result.getResponse().getStatus() != 200) {
			throw new AssertionError("answered " + result.getResponse().getStatus());
		}
		String json = new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
		return new Answer(JsonPath.read(json, "$.understood"), JsonPath.read(json, "$.reply"));
	}

	MvcTestResult post(byte[] body) {
		long now = Instant.now().getEpochSecond();
		return post(body, "msg_1", now, "v1," + SignedTexts.sign("msg_1", now, body, this.secret));
	}

	MvcTestResult post(byte[] body, String id, long timestamp, String signature) {
		return this.mvc.post()
			.uri(this.path)
			.header("webhook-id", id)
			.header("webhook-timestamp", timestamp)
			.header("webhook-signature", signature)
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
	}

}
