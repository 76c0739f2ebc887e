package dev.sayso.exchange.file;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.sayso.person.Attribute;
import dev.sayso.shared.Ids;

import static org.assertj.core.api.Assertions.assertThat;

class ColumnHeadersTests {

	private static final List<String> CAMPAIGN = List.of("lastName", "firstName", "email", "mobile", "phone",
			"birthDate", "language", "country", "postalCode", "city", "no.marketing.any", "no.marketing.email",
			"no.marketing.sms", "no.marketing.call", "no.marketing.postalMail", "no.marketing.push", "no.marketing.fax",
			"no.share");

	@Test
	void anAdobeCampaignExportIsKnownByItsApiNames() {
		List<String> header = List.of("lastName", "firstName", "email", "mobilePhone", "phone", "birthDate",
				"preferredLanguage", "location.countryIsoA2", "location.zipCode", "[location/@city]", "blackList",
				"blackListEmail", "blackListMobile", "blackListPhone", "blackListPostalMail",
				"blackListPushnotification", "blackListFax", "ccpaOptOut");
		assertThat(keys(header)).isEqualTo(CAMPAIGN);
		assertThat(FilePreset.recognize(header, "profiles.csv").key()).isEqualTo("campaign-profiles");
	}

	@Test
	void anAdobeCampaignExportIsKnownByItsLabels() {
		List<String> header = List.of("Last name", "First name", "Email", "Mobile", "Phone", "Date of birth",
				"Preferred language", "Country code", "Zip/Postcode", "City", "No longer contact (by any channel)",
				"No longer contact by email", "No longer contact by SMS", "No longer contact by phone",
				"No longer contact by direct mail", "No longer contact by push notification",
				"No longer contact by fax", "CCPA Opt-Out");
		assertThat(keys(header)).isEqualTo(CAMPAIGN);
		assertThat(FilePreset.recognize(header, "profiles.csv").key()).isEqualTo("campaign-profiles");
	}

	@ParameterizedTest
	@CsvSource({ "Prénom,firstName", "NOM DE FAMILLE,lastName", "Adresse électronique,email",
			"Téléphone portable,mobile", "Code postal,postalCode", "Geboortedatum,birthDate", "Achternaam,lastName",
			"GSM-nummer,mobile", "Woonplaats,city", "Niet meer bellen,no.marketing.call",
			"Ne plus contacter par SMS,no.marketing.sms", "consents.marketing.email.val,consent.marketing.email",
			"Geburtsdatum,birthDate", "Apellidos,lastName", "Codice postale,postalCode", "Фамилия,lastName",
			"Numer telefonu,phone", "Favourite colour,''", "Unsubscribed at,no.marketing.email",
			"SMS opt out date,no.marketing.sms", "Dado de baja,no.marketing.email",
			"Newsletter abgemeldet am,no.marketing.email", "Opted out,no.marketing.any",
			"Do not contact by phone,no.marketing.call", "Отписался,no.marketing.email", "Wypisany,no.marketing.email",
			"Accepts SMS Marketing,consent.marketing.sms", "consents.marketing.email.time,at.marketing.email",
			"_acme.consents.marketing.any.val,consent.marketing.any", "Unsubscribe reason,''",
			"consents.marketing.email.reason,''", "No e-mail,no.marketing.email", "Pas d’e-mail,no.marketing.email",
			"Geen sms,no.marketing.sms", "Keine Anrufe,no.marketing.call", "Refus SMS,no.marketing.sms",
			"Please don’t call,no.marketing.call", "Don’t contact,no.marketing.any", "Werbesperre,no.marketing.any",
			"Sin correo,no.marketing.email", "Nessuna email,no.marketing.email",
			"Exclude from marketing,no.marketing.any", "E-mail refused,no.marketing.email",
			"Email permission,consent.marketing.email", "May we email,consent.marketing.email",
			"Numéro de téléphone,phone" })
	void columnsAreKnownInEightLanguages(String name, String target) {
		assertThat(keys(List.of(name))).containsExactly(target);
	}

	/**
	 * A channel and a no in either order, objections and what is allowed, in eight
	 * languages.
	 */
	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "Kein Newsletter|no.marketing.email", "Keine E-Mails mehr|no.marketing.email",
			"Keine Werbung|no.marketing.any", "Keine Werbung per Post|no.marketing.postalMail",
			"Geen nieuwsbrief|no.marketing.email", "Wil geen sms|no.marketing.sms", "Niet mailen|no.marketing.email",
			"Geen reclame|no.marketing.any", "Pas de SMS|no.marketing.sms",
			"Ne souhaite pas recevoir d’e-mails|no.marketing.email", "Plus de courrier|no.marketing.postalMail",
			"Aucun appel|no.marketing.call", "No quiere correos|no.marketing.email", "Sin publicidad|no.marketing.any",
			"No desea recibir SMS|no.marketing.sms", "Niente email|no.marketing.email",
			"Nessuna chiamata|no.marketing.call", "Niente pubblicità|no.marketing.any",
			"Bez newslettera|no.marketing.email", "Nie dzwonić|no.marketing.call", "Brak zgody na SMS|no.marketing.sms",
			"Без рассылки|no.marketing.email", "Не звонить|no.marketing.call", "Не хочет писем|no.marketing.email",
			"No more calls|no.marketing.call", "Does not want e-mail|no.marketing.email",
			"Newsletter: no|no.marketing.email", "SMS: nein|no.marketing.sms", "SMS stop|no.marketing.sms",
			"Phone: no|no.marketing.call", "WhatsApp = off|no.marketing.whatsApp", "E-Mail gesperrt|no.marketing.email",
			"Telefon verboten|no.marketing.call", "E-mail interdit|no.marketing.email",
			"Correo prohibido|no.marketing.email", "SMS vietati|no.marketing.sms",
			"Рассылка запрещена|no.marketing.email", "SMS zabronione|no.marketing.sms",
			"E-Mail nicht erlaubt|no.marketing.email", "Marketing not allowed|no.marketing.any",
			"Not contactable|no.marketing.any", "Objection|no.marketing.any", "GDPR objection|no.marketing.any",
			"Objects to direct mail|no.marketing.postalMail", "Widerspruch|no.marketing.any",
			"Werbewiderspruch|no.marketing.any", "Bezwaar|no.marketing.any", "Opposition|no.marketing.any",
			"Opposition SMS|no.marketing.sms", "Oposición|no.marketing.any", "Opposizione|no.marketing.any",
			"Sprzeciw|no.marketing.any", "Возражение|no.marketing.any", "Marketing allowed|consent.marketing.any",
			"Permission to market|consent.marketing.any", "Werbung erlaubt|consent.marketing.any",
			"Contactable|consent.marketing.any", "Kontaktierbar|consent.marketing.any",
			"Mailable|consent.marketing.email", "Emailable|consent.marketing.email", "Textable|consent.marketing.sms",
			"Can email|consent.marketing.email", "OK to call|consent.marketing.call",
			"Reachable by SMS|consent.marketing.sms", "Joignable par SMS|consent.marketing.sms",
			"Erreichbar per Telefon|consent.marketing.call", "Mag gebeld worden|consent.marketing.call",
			"Можно звонить|consent.marketing.call", "Acepta correos|consent.marketing.email",
			"Wants newsletter|consent.marketing.email" })
	void whatIsRefusedOrAllowedIsReadInEitherOrder(String name, String target) {
		assertThat(keys(List.of(name))).containsExactly(target);
	}

	/**
	 * What is done with data beside contact is never marketing.
	 */
	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "Consenso profilazione|consent.personalize.content",
			"Consentement profilage|consent.personalize.content", "Zgoda na profilowanie|consent.personalize.content",
			"Согласие на профилирование|consent.personalize.content",
			"Toestemming profilering|consent.personalize.content", "Ne pas profiler|no.personalize.content",
			"Do not profile|no.personalize.content", "Consent to personalised e-mail|consent.personalize.content",
			"Opt-in partenaires|consent.share", "Consenso comunicazione a terzi|consent.share",
			"Einwilligung Datenweitergabe|consent.share", "Third party consent|consent.share",
			"Toestemming delen met derden|consent.share", "Consentimiento cesión a terceros|consent.share",
			"Не передавать данные|no.share", "Opt-out for third parties|no.share",
			"Einwilligung Öffnungsmessung|consent.tracking.opens", "Open tracking consent|consent.tracking.opens",
			"Click tracking opt-out|no.tracking.clicks", "Öffnungs- und Klicktracking erlaubt|consent.tracking",
			"Kein Tracking|no.tracking", "Consent to share data|consent.share",
			"GDPR consent given|consent.marketing.any", "Einwilligung erteilt|consent.marketing.any",
			"Opted in|consent.marketing.email", "Data disiscrizione|no.marketing.email",
			"Consent to sale of personal data|consent.share", "Email open tracking allowed|consent.tracking.opens",
			"Tracking refused|no.tracking", "Geen tracking|no.tracking", "AI training consent|consent.modeling",
			"Zustimmung KI-Training|consent.modeling", "IsOptInPending|pending.marketing.email",
			"Bel-me-niet|no.marketing.call", "DÃ©sabonnÃ©|no.marketing.email",
			"Do not allow Mails|no.marketing.postalMail", "Do not allow Bulk Emails|no.marketing.email",
			"Liste rouge|no.marketing.call" })
	void aPurposeThatIsNamedIsWhatAColumnIsAbout(String name, String target) {
		assertThat(keys(List.of(name))).containsExactly(target);
	}

	@ParameterizedTest
	@CsvSource({ "mayContactEmail,no", "mayContactEmailWhy,OPTED_OUT", "MAY_CONTACT_SMS,no",
			"may contact whatsapp why,OPTED_OUT_ANY POLICY", "mayContactPostalMail,yes", "contact.email.allowed,false",
			"contact.postalMail.reasons,OPTED_OUT", "launch.web-banner.mayContact,no", "mayMeasureOpens,none",
			"mayMeasure.clicks,identify", "launch.web-banner.mayContactWhy,OPTED_OUT",
			"subscriptions.No more calls,yes", "service.letter.reason,opted out", "subscriptions,unsubscribed",
			"Service,unsubscribed", "Service unsubscribed on,yes", "services.No e-mail,opted out" })
	void aVerdictOrWhatIsOfAServiceIsNeverGuessedToBeASay(String name, String cell) {
		List<FileRow> rows = List.of(new FileRow(2, List.of("a@x.example", cell), null));
		assertThat(ColumnHeaders.match(List.of("E-mail", name), List.of(), FilePreset.NONE, rows))
			.extracting(ColumnTarget::key)
			.containsExactly("email", "");
		assertThat(ExportColumns.isVerdict(name) && ColumnCells.areDoubtful(name, List.of(cell))).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "May contact", "mayContact", "MAY_CONTACT" })
	void whetherSomebodyMayBeContactedIsLeftToWhoeverBringsTheFile(String name) {
		for (String cell : List.of("yes", "no")) {
			List<FileRow> rows = List.of(new FileRow(2, List.of("a@x.example", cell), null));
			assertThat(ColumnHeaders.match(List.of("E-mail", name), List.of(), FilePreset.NONE, rows))
				.extracting(ColumnTarget::key)
				.containsExactly("email", "");
			assertThat(ColumnCells.areDoubtful(name, List.of(cell))).as("marked, to be looked at").isTrue();
		}
	}

	@ParameterizedTest
	@CsvSource({ "Subscription status,consent.marketing.email", "subscription_status,consent.marketing.email",
			"Newsletter unsubscribed,no.marketing.email", "Contact e-mail allowed,consent.marketing.email" })
	void whatOtherToolsWriteOfASubscriptionIsStillASay(String name, String target) {
		assertThat(keys(List.of(name))).containsExactly(target);
	}

	@ParameterizedTest
	@CsvSource({ "subscriptions.newsletter,service.newsletter", "service.opt-out-club,service.opt-out-club",
			"Subscriptions.No-Calls,service.no-calls", "service.service-desk,service.service-desk",
			"service_newsletter,service.newsletter", "Service: newsletter,service.newsletter",
			"profile.subscriptions.newsletter,service.newsletter", "Services/no-sms,service.no-sms",
			"service_weekly_time,at.service.weekly", "service.weekly.time,at.service.weekly" })
	void aServiceIsKnownByItsKey(String name, String target) {
		assertThat(keys(List.of(name))).containsExactly(target);
	}

	@ParameterizedTest
	@CsvSource({ "Unsubscribed,x", "Cookie consent,no", "GDPR,no", "Has e-mail,no", "State,Opted out",
			"Consenso marketing e profilazione,no", "Blacklist count,3", "Advertising,no", "Data enrichment consent,no",
			"Marketing preferences,None" })
	void aColumnLeftOutMayHoldNoes(String name, String cell) {
		assertThat(ColumnCells.areDoubtful(name, List.of(cell))).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "Contact person,Joe", "Colour,no", "Consent date,2024-01-01", "Tracking number,AB1",
			"Last e-mail opened,2024-01-01", "City,Stoke" })
	void aColumnLeftOutMayBeOfNoConcern(String name, String cell) {
		assertThat(ColumnCells.areDoubtful(name, List.of(cell))).isFalse();
	}

	@Test
	void mailBesideEmailIsPost() {
		assertThat(keys(List.of("Do not mail", "Do not email", "Mail opt-in", "E-mail opt-in"))).containsExactly(
				"no.marketing.postalMail", "no.marketing.email", "consent.marketing.postalMail",
				"consent.marketing.email");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Nota", "Notes", "Stopover city", "Bus stop", "Norway", "Callback date", "Block number",
			"Call centre", "Last email opened", "Number of calls", "No. of e-mails", "No. of orders",
			"Cancelled orders", "Withdrawal amount", "Resilience score", "Terms accepted", "Credit allowed",
			"Cookie consent", "No e-mail address", "Newsletter topics", "Mai Newsletter", "Non-profit", "Nominal value",
			"Never ordered", "Opposition party", "Tracking number", "Contact person", "Stop number",
			"Do not disturb from", "Blacklist count", "Unsubscribe emails allowed", "Data enrichment consent",
			"Consent to surveys", "Consentement géolocalisation", "Opt-in loyalty programme",
			"Consenso marketing e profilazione", "Discount", "Kontaktperson", "Notiz", "Stoppage time",
			"Email domain" })
	void anOrdinaryNameIsNeitherStopNorConsent(String name) {
		assertThat(keys(List.of(name))).containsExactly("");
	}

	@Test
	void aColumnOfNumbersIsNoAnswerWhateverItsName() {
		List<FileRow> rows = List.of(new FileRow(2, List.of("a@x.example", "+33 6 44 60 12 45"), null),
				new FileRow(3, List.of("b@x.example", "0033644601246"), null));
		List<String> header = List.of("E-mail", "SMS: no");
		assertThat(ColumnHeaders.match(header, List.of(), FilePreset.NONE, rows)).extracting(ColumnTarget::key)
			.containsExactly("email", "mobile");
		List<FileRow> times = List.of(new FileRow(2, List.of("a@x.example", "1741034832"), null));
		assertThat(ColumnHeaders.match(header, List.of(), FilePreset.NONE, times)).extracting(ColumnTarget::key)
			.containsExactly("email", "no.marketing.sms");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Record ID", "Record ID - Contact", "hs_object_id", "CONTACT ID", "CONTACT_ID", "LEID",
			"EUID", "Klaviyo ID", "uuid" })
	void whatToolsNumberTheirRowsWithIsNobodysExternalId(String name) {
		assertThat(keys(List.of(name, "E-mail"))).containsExactly("", "email");
	}

	@Test
	void aPlainIdIsTheExternalIdOfAListOfOnesOwnAlone() {
		assertThat(keys(List.of("id", "E-mail"))).containsExactly("externalId", "email");
		assertThat(keys(List.of("id", "E-mail", "Customer number"))).containsExactly("", "email", "externalId");
		for (String preset : List.of("mautic-contacts", "campaign-profiles", "klaviyo-profiles")) {
			FilePreset tool = FilePreset.of(preset).orElseThrow();
			assertThat(ColumnHeaders.match(List.of("id", "email"), List.of(), tool)).extracting(ColumnTarget::key)
				.containsExactly("", "email");
		}
	}

	@Test
	void ofTwoColumnsThatSeemTheSameTheFirstIs() {
		assertThat(keys(Arrays.asList("E-mail", "Email address"))).containsExactly("email", "");
	}

	@ParameterizedTest
	@CsvSource({ "attributes.service-level,attributes.service-level", "Service level,attributes.service-level",
			"Services,attributes.services", "attributes.services,attributes.services", "service.level,service.level" })
	void anAttributeMayBeCalledAfterAService(String name, String target) {
		List<Attribute> attributes = List.of(
				new Attribute(Ids.next(), null, "service-level", "Service level", Attribute.Type.TEXT, "",
						Instant.EPOCH),
				new Attribute(Ids.next(), null, "services", "Services", Attribute.Type.TEXT, "", Instant.EPOCH));
		assertThat(ColumnHeaders.match(List.of(name), attributes, FilePreset.NONE)).extracting(ColumnTarget::key)
			.containsExactly(target);
	}

	private static List<String> keys(List<String> header) {
		return ColumnHeaders.match(header, List.of(), FilePreset.NONE).stream().map(ColumnTarget::key).toList();
	}

}
