package dev.sayso.contact.text;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.sayso.ProductTest;
import dev.sayso.consent.Choice;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.ledger.Says;
import dev.sayso.contact.inbound.Connector;
import dev.sayso.contact.inbound.ConnectorManagement;
import dev.sayso.contact.inbound.InboundRequest;
import dev.sayso.person.People;
import dev.sayso.person.Profile;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Channel;
import dev.sayso.shared.PublicAddress;
import dev.sayso.shared.Settings;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds Twilio's webhook as its documentation has it.
 */
@ProductTest
class TwilioSmsTests {

	private static final String BASE = "https://say.hearth.example";

	private static final String TOKEN = "0123456789abcdef0123456789abcdef";

	private static final String ACCOUNT = "AC00000000000000000000000000000001";

	private static final String NUMBER = "+33639981245";

	@Autowired
	MockMvcTester mvc;

	@Autowired
	ConnectorManagement management;

	@Autowired
	TwilioSmsForm form;

	@Autowired
	People people;

	@Autowired
	Says says;

	@Autowired
	Settings settings;

	Connector connector;

	Profile camille;

	@BeforeEach
	void connect() {
		this.settings.set(PublicAddress.SETTING, BASE);
		this.settings.set("general.organisation", "Hearth & Co");
		this.connector = this.management.create("twilio", this.form.kind(), Channel.SMS,
				new ConnectorManagement.Content("Twilio", ACCOUNT, "", TOKEN), Actor.system());
		this.camille = this.people.create(Map.of("mobile", NUMBER));
	}

	/** The example of "Validating requests" in Twilio's documentation. */
	@Test
	void theSignatureIsThatOfTheDocumentation() {
		String body = "CallSid=CA1234567890ABCDE&Digits=1234&From=%2B14158675309&To=%2B18005551212&Caller=%2B14158675309";
		Connector any = this.management.create("any", this.form.kind(), Channel.SMS,
				new ConnectorManagement.Content("Any", "", "", "12345"), Actor.system());
		HttpHeaders headers = new HttpHeaders();
		headers.set("X-Twilio-Signature", "RSOYDt4T1cUTdK1PDd93/VVr8B8=");
		InboundRequest request = new InboundRequest("POST", "https://mycompany.com/myapp.php?foo=1&bar=2", headers,
				body.getBytes(StandardCharsets.UTF_8));
		assertThat(this.form.verifies(request, any, "12345")).isTrue();
		assertThat(this.form.verifies(request, any, "12346")).isFalse();
		assertThat(this.form.verifies(request, this.connector, "12345")).isFalse();
	}

	@Test
	void aStopIsAnsweredInTwiml() throws Exception {
		MvcTestResult answer = post("", fields("SM1", "STOP"));
		assertThat(answer).hasStatusOk();
		assertThat(answer.getResponse().getContentType()).startsWith("text/xml");
		assertThat(answer.getResponse().getContentAsString(StandardCharsets.UTF_8)).startsWith(
				"<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response><Message>Hearth &amp; Co: you will get no more")
			.endsWith("</Message></Response>");
		assertThat(sms()).isEqualTo(Choice.NO);
		assertThat(post("?source=eu", fields("SM2", "Arrêt s'il vous plaît"))).hasStatusOk();
	}

	@Test
	void whatTwilioTookItselfIsNotAnsweredTwice() throws Exception {
		Map<String, String> taken = fields("SM1", "BASTA YA AMIGOS");
		taken.put("OptOutType", "STOP");
		assertThat(post("", taken).getResponse().getContentAsString()).endsWith("<Response></Response>");
		assertThat(sms()).isEqualTo(Choice.NO);
		Map<String, String> back = fields("SM2", "VUELVO");
		back.put("OptOutType", "START");
		post("", back);
		assertThat(sms()).isEqualTo(Choice.YES);
		Map<String, String> both = fields("SM3", "stop");
		both.put("OptOutType", "START");
		post("", both);
		assertThat(sms()).isEqualTo(Choice.NO);
	}

	@Test
	void whatIsNotSignedOverTheFullAddressIsRefused() {
		Map<String, String> fields = fields("SM1", "STOP");
		assertThat(post("/inbound/twilio", BASE + "/inbound/twilio", fields, TOKEN.replace('0', '1'))).hasStatus(401);
		assertThat(post("/inbound/twilio", "http://say.hearth.example/inbound/twilio", fields, TOKEN)).hasStatus(401);
		assertThat(post("/inbound/twilio?a=b", BASE + "/inbound/twilio", fields, TOKEN)).hasStatus(401);
		Map<String, String> another = fields("SM1", "STOP");
		another.put("AccountSid", "AC2");
		assertThat(post("", another)).hasStatus(401);
		assertThat(sms()).isEqualTo(Choice.UNKNOWN);
		assertThat(post("/inbound/twilio", "https://say.hearth.example:443/inbound/twilio", fields, TOKEN))
			.hasStatusOk();
	}

	@Test
	void aMessageByWhatsAppStopsThat() {
		Map<String, String> fields = fields("SM1", "stop");
		fields.put("From", "whatsapp:" + NUMBER);
		assertThat(post("", fields)).hasStatusOk();
		assertThat(sms()).isEqualTo(Choice.UNKNOWN);
		assertThat(this.says.find(this.camille.id()).explicit(Purpose.MARKETING_WHATS_APP)).isEqualTo(Choice.NO);
	}

	private Choice sms() {
		return this.says.find(this.camille.id()).explicit(Purpose.MARKETING_SMS);
	}

	private static Map<String, String> fields(String id, String text) {
		return new TreeMap<>(Map.of("MessageSid", id, "SmsSid", id, "AccountSid", ACCOUNT, "From", NUMBER, "To",
				"+3200000000", "Body", text, "NumMedia", "0", "ApiVersion", "2010-04-01"));
	}

	private MvcTestResult post(String query, Map<String, String> fields) {
		return post("/inbound/twilio" + query, BASE + "/inbound/twilio" + query, fields, TOKEN);
	}

	private MvcTestResult post(String path, String signed, Map<String, String> fields, String token) {
		String body = fields.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		StringBuilder content = new StringBuilder(signed);
		new TreeMap<>(fields).forEach((name, value) -> content.append(name).append(value));
		return this.mvc.post()
			.uri(path)
			.contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.header("X-Twilio-Signature", sign(content.toString(), token))
			.content(body)
			.exchange();
	}

	private static String sign(String content, String token) {
		try {
			Mac mac = Mac.getInstance("HmacSHA1");
			mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
			return Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
