package dev.sayso.contact.events;

import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.sayso.ProductTest;
import dev.sayso.consent.ledger.Says;
import dev.sayso.consent.suppression.Suppression;
import dev.sayso.consent.suppression.Suppressions;
import dev.sayso.contact.inbound.Connector;
import dev.sayso.contact.inbound.ConnectorSamples;
import dev.sayso.contact.inbound.InboundRequest;
import dev.sayso.person.People;
import dev.sayso.person.Profile;
import dev.sayso.shared.Channel;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds what SendGrid, SES and Twilio post, as their documentation shows it, signed by
 * keys of the test.
 */
@ProductTest
class ProviderEventsTests {

	private static final String TOPIC = "arn:aws:sns:eu-west-1:111122223333:mail-events";

	private static final String CERTIFICATE = "https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-0123456789abcdef.pem";

	private static final String TOKEN = "0123456789abcdef0123456789abcdef";

	private static final KeyPair CURVE = curve();

	@Autowired
	MockMvcTester mvc;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	ConnectorSamples connectors;

	@Autowired
	SnsCertificates certificates;

	@Autowired
	ReportedEvents events;

	@Autowired
	Suppressions suppressions;

	@Autowired
	People people;

	@Autowired
	Says says;

	@BeforeEach
	void connectors() throws Exception {
		this.connectors.create("sendgrid", "sendgrid-events", "",
				Base64.getEncoder().encodeToString(CURVE.getPublic().getEncoded()), "");
		this.connectors.create("ses", "ses-events", TOPIC, "", "");
		this.connectors.create("twilio", "twilio-status", "AC00000000000000000000000000000001", "", TOKEN);
		try (InputStream pem = new ClassPathResource("contact/sns-of-the-test.pem").getInputStream()) {
			this.certificates.keep(URI.create(CERTIFICATE),
					(X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem));
		}
	}

	@Test
	void whatSendGridPostsIsTaken() throws Exception {
		Profile camille = this.people.create(Map.of("email", "group@hearth.example"));
		String body = """
				[{"email":"gone@hearth.example","timestamp":1767268800,"smtp-id":"<a@hearth.example>","event":"bounce",
				"category":["news"],"sg_event_id":"ev-1","sg_message_id":"sg-1.filter1","reason":"550 5.1.1 unknown user",
				"status":"5.1.1","type":"bounce","bounce_classification":"Invalid Address"},
				{"email":"full@hearth.example","timestamp":1767268801,"event":"bounce","sg_message_id":"sg-2","reason":"452 mailbox full",
				"status":"4.2.2","type":"blocked"},
				{"email":"list@hearth.example","timestamp":1767268802,"event":"dropped","sg_message_id":"sg-3","reason":"Bounced Address"},
				{"email":"size@hearth.example","timestamp":1767268802,"event":"dropped","sg_message_id":"sg-4","reason":"Invalid SMTPAPI header"},
				{"email":"late@hearth.example","timestamp":1767268803,"event":"deferred","response":"400 try again later","attempt":"5"},
				{"email":"spam@hearth.example","timestamp":1767268804,"event":"spamreport","sg_message_id":"sg-5"},
				{"email":"off@hearth.example","timestamp":1767268805,"event":"unsubscribe","sg_message_id":"sg-6"},
				{"email":"group@hearth.example","timestamp":1767268806,"event":"group_unsubscribe","asm_group_id":10,"sg_message_id":"sg-7"},
				{"email":"fine@hearth.example","timestamp":1767268807,"event":"delivered","response":"250 OK","sg_message_id":"sg-8"},
				{"email":"fine@hearth.example","timestamp":1767268808,"event":"open","sg_message_id":"sg-8"},
				{"email":"not an address","timestamp":1767268808,"event":"bounce","type":"bounce"}, 7, null]""";
		assertThat(sendGrid(body, Instant.now(), CURVE)).hasStatus(204);
		assertThat(reasons("gone@hearth.example")).containsExactly("hard-bounce");
		assertThat(reasons("list@hearth.example")).containsExactly("hard-bounce");
		assertThat(reasons("spam@hearth.example")).containsExactly("complaint");
		assertThat(reasons("off@hearth.example")).containsExactly("kept-say");
		for (String untouched : List.of("full", "size", "late", "fine")) {
			assertThat(reasons(untouched + "@hearth.example")).as(untouched).isEmpty();
		}
		assertThat(this.says.find(camille.id()).saysNo(Channel.EMAIL)).isTrue();
		assertThat(kinds()).containsExactly("complaint", "hard-bounce", "hard-bounce", "soft-bounce", "unsubscribe",
				"unsubscribe");
		assertThat(sendGrid(body, Instant.now(), CURVE)).hasStatus(204);
		assertThat(kinds()).hasSize(6);
	}

	@Test
	void whatSendGridDidNotSignIsRefused() throws Exception {
		String body = "[{\"email\":\"gone@hearth.example\",\"event\":\"bounce\",\"type\":\"bounce\",\"sg_message_id\":\"sg-1\"}]";
		assertThat(sendGrid(body, Instant.now(), curve())).hasStatus(401);
		assertThat(sendGrid(body, Instant.now().minus(Duration.ofDays(2)), CURVE)).hasStatus(401);
		assertThat(this.mvc.post()
			.uri("/inbound/sendgrid")
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange()).hasStatus(401);
		assertThat(sendGrid("{", Instant.now(), CURVE)).hasStatus(400);
		assertThat(kinds()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "notificationType", "eventType" })
	void whatSesTellsThroughSnsIsTakenInBothShapes(String shape) throws Exception {
		for (String version : List.of("1", "2")) {
			String address = "gone" + version + "@hearth.example";
			assertThat(sns(version, Instant.now(),
					"""
							{"%s":"Bounce","bounce":{"bounceType":"Permanent","bounceSubType":"General","bouncedRecipients":[
							{"emailAddress":"Gone <%s>","action":"failed","status":"5.1.1","diagnosticCode":"smtp; 550 5.1.1 user unknown"}],
							"timestamp":"2026-01-01T12:00:00.000Z","feedbackId":"f-1"},"mail":{"messageId":"ses-1","destination":["x@hearth.example"]}}"""
						.formatted(shape, address)))
				.hasStatus(204);
			assertThat(reasons(address)).containsExactly("hard-bounce");
		}
		assertThat(sns("2", Instant.now(),
				"""
						{"%s":"Bounce","bounce":{"bounceType":"Transient","bounceSubType":"MailboxFull","bouncedRecipients":[
						{"emailAddress":"full@hearth.example"}],"timestamp":"2026-01-01T12:00:00.000Z"},"mail":{"messageId":"ses-2"}}"""
					.formatted(shape)))
			.hasStatus(204);
		assertThat(sns("2", Instant.now(), """
				{"%s":"Complaint","complaint":{"complainedRecipients":[{"emailAddress":"spam@hearth.example"}],
				"timestamp":"2026-01-01T12:00:00.000Z","complaintFeedbackType":"abuse"},"mail":{"messageId":"ses-3"}}"""
			.formatted(shape))).hasStatus(204);
		assertThat(sns("2", Instant.now(),
				"""
						{"%s":"Complaint","complaint":{"complainedRecipients":[{"emailAddress":"ham@hearth.example"}],
						"timestamp":"2026-01-01T12:00:00.000Z","complaintFeedbackType":"not-spam"},"mail":{"messageId":"ses-4"}}"""
					.formatted(shape)))
			.hasStatus(204);
		assertThat(sns("2", Instant.now(),
				"""
						{"%s":"Delivery","delivery":{"recipients":["fine@hearth.example"],"timestamp":"2026-01-01T12:00:00.000Z",
						"smtpResponse":"250 ok"},"mail":{"messageId":"ses-5"}}"""
					.formatted(shape)))
			.hasStatus(204);
		assertThat(reasons("spam@hearth.example")).containsExactly("complaint");
		assertThat(reasons("ham@hearth.example")).isEmpty();
		assertThat(kinds()).containsExactly("complaint", "hard-bounce", "hard-bounce", "soft-bounce");
		assertThat(this.jdbc.sql("select count(*) from message_arrival").query(Integer.class).single()).isOne();
	}

	@Test
	void whatSnsDidNotSignForThatTopicIsRefused() throws Exception {
		Map<String, String> message = notification("2", Instant.now(), "{}");
		message.put("Message", "{\"eventType\":\"Bounce\"}");
		assertThat(post("ses", message)).hasStatus(401);
		assertThat(sns("2", Instant.now().minus(Duration.ofHours(2)), "{}")).hasStatus(401);
		Map<String, String> other = notification("2", Instant.now(), "{}");
		other.put("TopicArn", TOPIC + "-of-a-stranger");
		sign(other);
		assertThat(post("ses", other)).hasStatus(401);
		assertThat(post("ses", Map.of("Type", "Notification"))).hasStatus(401);
	}

	@ParameterizedTest
	@CsvSource({ "https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-1.pem, true",
			"https://sns.cn-north-1.amazonaws.com.cn/SimpleNotificationService-1.pem, true",
			"https://sns.eu-west-1.amazonaws.com:443/a.pem, true", "http://sns.eu-west-1.amazonaws.com/a.pem, false",
			"https://sns.eu-west-1.amazonaws.com.evil.example/a.pem, false",
			"https://evil.example/sns.eu-west-1.amazonaws.com/a.pem, false",
			"https://sns.eu-west-1.amazonaws.com@evil.example/a.pem, false",
			"https://user@sns.eu-west-1.amazonaws.com/a.pem, false", "https://sns.amazonaws.com/a.pem, false",
			"https://s3.eu-west-1.amazonaws.com/a.pem, false", "https://127.0.0.1/a.pem, false",
			"https://sns.eu-west-1.amazonaws.com:8443/a.pem, false", "file:///etc/a.pem, false", "::, false" })
	void onlyAmazonsOwnHostsAreEverAsked(String address, boolean theirs) {
		assertThat(SnsMessage.amazons(address) != null).isEqualTo(theirs);
	}

	@Test
	void aSubscriptionIsConfirmedAtAmazonAndNowhereElse() throws Exception {
		Map<String, String> message = new LinkedHashMap<>(Map.of("Type", "SubscriptionConfirmation", "MessageId", "m-1",
				"Token", "t-1", "TopicArn", TOPIC, "Message", "You have chosen to subscribe", "Timestamp",
				Instant.now().toString(), "SignatureVersion", "1", "SigningCertURL", CERTIFICATE, "SubscribeURL",
				"https://evil.example/?Action=ConfirmSubscription"));
		sign(message);
		assertThat(post("ses", message)).hasStatus(502);
	}

	@ParameterizedTest
	@CsvSource({ "https://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription&Token=t-1, 204",
			"https://evil.example/?Action=ConfirmSubscription&Token=t-1, 502",
			"https://sns.eu-west-1.amazonaws.com/?Action=Other, 502" })
	void aSubscriptionIsConfirmedByAskingForItsAddress(String address, int status) throws Exception {
		Connector ses = this.connectors.create("ses-2", "ses-events", TOPIC, "", "");
		List<URI> asked = new ArrayList<>();
		byte[] pem = new ClassPathResource("contact/sns-of-the-test.pem").getContentAsByteArray();
		SesForm form = new SesForm(this.events, new SnsCertificates((uri) -> {
			asked.add(uri);
			return uri.toString().equals(CERTIFICATE) ? Optional.of(pem)
					: Optional.of("<ConfirmSubscriptionResponse/>".getBytes(StandardCharsets.UTF_8))
						.filter((answer) -> uri.getQuery().contains("Token=t-1"));
		}), Clock.systemUTC());
		Map<String, String> message = new LinkedHashMap<>(
				Map.of("Type", "SubscriptionConfirmation", "MessageId", "m-1", "Token", "t-1", "TopicArn", TOPIC,
						"Message", "You have chosen to subscribe", "Timestamp", Instant.now().toString(),
						"SignatureVersion", "1", "SigningCertURL", CERTIFICATE, "SubscribeURL", address));
		sign(message);
		InboundRequest request = new InboundRequest("POST", "http://localhost/inbound/ses-2", new HttpHeaders(),
				JsonMapper.shared().writeValueAsBytes(message));
		assertThat(form.verifies(request, ses, "")).isTrue();
		assertThat(form.take(request, ses).status().value()).isEqualTo(status);
		assertThat(asked).first().hasToString(CERTIFICATE);
		assertThat(asked).extracting(URI::getHost).containsOnly("sns.eu-west-1.amazonaws.com");
		assertThat(asked).hasSize(address.contains("evil") ? 1 : 2);
	}

	@ParameterizedTest
	@CsvSource({ "undelivered, 30005, hard-bounce", "failed, 21614, hard-bounce", "failed, 21610, carrier-stop",
			"undelivered, 30003, ''", "undelivered, 30007, ''", "delivered, '', ''", "queued, '', ''" })
	void whatTwilioCallsBackWithIsTaken(String status, String code, String reason) throws Exception {
		Map<String, String> fields = callback(status, code);
		assertThat(twilio(fields, TOKEN)).hasStatus(204);
		assertThat(this.suppressions.find(Map.of(Channel.SMS, "+33639981245")).stream().map(Suppression::reason))
			.extracting(Suppression.Reason::key)
			.containsExactlyElementsOf(reason.isEmpty() ? List.of() : List.of(reason));
	}

	@Test
	void whatTwilioDidNotSignIsRefused() throws Exception {
		Map<String, String> fields = callback("failed", "21610");
		assertThat(twilio(fields, "another token")).hasStatus(401);
		fields.put("AccountSid", "AC00000000000000000000000000000002");
		assertThat(twilio(fields, TOKEN)).hasStatus(401);
		assertThat(kinds()).isEmpty();
	}

	private static Map<String, String> callback(String status, String code) {
		Map<String, String> fields = new TreeMap<>(Map.of("AccountSid", "AC00000000000000000000000000000001",
				"MessageSid", "SM00000000000000000000000000000001", "SmsStatus", status, "MessageStatus", status, "To",
				"+33639981245", "From", "+15005550006", "ApiVersion", "2010-04-01"));
		if (!code.isEmpty()) {
			fields.put("ErrorCode", code);
		}
		return fields;
	}

	private MvcTestResult twilio(Map<String, String> fields, String token) throws Exception {
		StringBuilder content = new StringBuilder("http://localhost/inbound/twilio");
		StringBuilder body = new StringBuilder();
		fields.forEach((name, value) -> {
			content.append(name).append(value);
			body.append(name).append('=').append(value.replace("+", "%2B")).append('&');
		});
		Mac mac = Mac.getInstance("HmacSHA1");
		mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
		return this.mvc.post()
			.uri("/inbound/twilio")
			.servletPath("/inbound/twilio")
			.header("X-Twilio-Signature",
					Base64.getEncoder()
						.encodeToString(mac.doFinal(content.toString().getBytes(StandardCharsets.UTF_8))))
			.contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.content(body.toString())
			.exchange();
	}

	private MvcTestResult sendGrid(String body, Instant at, KeyPair pair) throws Exception {
		String timestamp = Long.toString(at.getEpochSecond());
		Signature signature = Signature.getInstance("SHA256withECDSA");
		signature.initSign(pair.getPrivate());
		signature.update((timestamp + body).getBytes(StandardCharsets.UTF_8));
		return this.mvc.post()
			.uri("/inbound/sendgrid")
			.header("X-Twilio-Email-Event-Webhook-Signature", Base64.getEncoder().encodeToString(signature.sign()))
			.header("X-Twilio-Email-Event-Webhook-Timestamp", timestamp)
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
	}

	private MvcTestResult sns(String version, Instant at, String content) throws Exception {
		return post("ses", notification(version, at, content));
	}

	private static Map<String, String> notification(String version, Instant at, String content) throws Exception {
		Map<String, String> message = new LinkedHashMap<>(Map.of("Type", "Notification", "MessageId", "m-1", "TopicArn",
				TOPIC, "Subject", "Amazon SES Email Event Notification", "Message", content, "Timestamp", at.toString(),
				"SignatureVersion", version, "SigningCertURL", CERTIFICATE));
		sign(message);
		return message;
	}

	/** Written from Amazon's documentation, not from the product. */
	private static void sign(Map<String, String> message) throws Exception {
		List<String> names = message.get("Type").equals("Notification")
				? List.of("Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type")
				: List.of("Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type");
		StringBuilder content = new StringBuilder();
		names.forEach((name) -> content.append(name).append('\n').append(message.get(name)).append('\n'));
		Signature signature = Signature
			.getInstance(message.get("SignatureVersion").equals("1") ? "SHA1withRSA" : "SHA256withRSA");
		signature.initSign(key());
		signature.update(content.toString().getBytes(StandardCharsets.UTF_8));
		message.put("Signature", Base64.getEncoder().encodeToString(signature.sign()));
	}

	private static PrivateKey key() throws Exception {
		String pem = new ClassPathResource("contact/sns-of-the-test.key").getContentAsString(StandardCharsets.UTF_8);
		byte[] der = Base64.getDecoder().decode(pem.replaceAll("-----[A-Z ]+-----|\\s", ""));
		return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
	}

	private static KeyPair curve() {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
			generator.initialize(new ECGenParameterSpec("secp256r1"));
			return generator.generateKeyPair();
		}
		catch (java.security.GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private MvcTestResult post(String slug, Map<String, String> message) {
		return this.mvc.post()
			.uri("/inbound/" + slug)
			.contentType("text/plain; charset=UTF-8")
			.content(JsonMapper.shared().writeValueAsString(message))
			.exchange();
	}

	private List<String> reasons(String address) {
		return this.suppressions.find(Map.of(Channel.EMAIL, address))
			.stream()
			.map((each) -> each.reason().key())
			.toList();
	}

	private List<String> kinds() {
		return this.jdbc.sql("select kind from message_event order by kind").query(String.class).list();
	}

}
