package dev.sayso.consent.receipt;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * A consent record after ISO/IEC TS 27560:2023 in the words of the Data Privacy
 * Vocabulary, as JSON-LD. Times are RFC 3339 in UTC.
 *
 * @param created when the ledger took it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({ "@context", "@id", "@type" })
public record ConsentRecord(@JsonProperty("@context") Map<String, Object> context, @JsonProperty("@id") String id,
		@JsonProperty("@type") List<String> type, @JsonProperty("dct:conformsTo") String conformsTo,
		@JsonProperty("dpv:hasIdentifier") String identifier, @JsonProperty("dct:created") String created,
		@JsonProperty("dct:language") String language, @JsonProperty("dpv:hasDataSubject") Subject subject,
		@JsonProperty("dpv:hasDataController") Controller controller,
		@JsonProperty("dpv:hasNotice") @Nullable Notice notice,
		@JsonProperty("sayso:reachedBy") @Nullable String reachedBy,
		@JsonProperty("sayso:signal") @Nullable String signal,
		@JsonProperty("dpv:hasProcess") List<Process> processes) {

	/** The version of the schema: DPV's profile of the standard. */
	static final String SCHEMA = "https://w3id.org/dpv/schema/dpv-27560#record";

	/** In an order, so that the same record is always the same text. */
	static final Map<String, Object> CONTEXT = terms();

	private static Map<String, Object> terms() {
		Map<String, Object> context = new LinkedHashMap<>();
		context.put("dpv", "https://w3id.org/dpv#");
		context.put("pd", "https://w3id.org/dpv/pd#");
		context.put("dct", "http://purl.org/dc/terms/");
		context.put("skos", "http://www.w3.org/2004/02/skos/core#");
		context.put("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
		context.put("xsd", "http://www.w3.org/2001/XMLSchema#");
		context.put("sayso", "urn:sayso:receipt:");
		for (String reference : List.of("dct:conformsTo", "dpv:hasProcessing", "dpv:hasPersonalData",
				"dpv:hasLegalBasis", "dpv:isIndicatedBy", "skos:broader")) {
			context.put(reference, Map.of("@type", "@id"));
		}
		for (String time : List.of("dct:created", "dpv:isIndicatedAtTime")) {
			context.put(time, Map.of("@type", "xsd:dateTime"));
		}
		context.put("dct:hasPart", Map.of("@container", "@list"));
		return Collections.unmodifiableMap(context);
	}

	/** The person, by what the controller calls them. */
	@JsonIgnoreProperties(ignoreUnknown = true)
	public record Subject(@JsonProperty("@type") List<String> type,
			@JsonProperty("dpv:hasIdentifier") String identifier) {

		static Subject of(String identifier) {
			return new Subject(List.of("dpv:DataSubject"), identifier);
		}

	}

	/**
	 * Who asked, as the page named them.
	 *
	 * @param privacyNotice its address on the web
	 */
	@JsonIgnoreProperties(ignoreUnknown = true)
	@JsonInclude(JsonInclude.Include.NON_EMPTY)
	public record Controller(@JsonProperty("@type") List<String> type, @JsonProperty("dpv:hasName") String name,
			@JsonProperty("dpv:hasAddress") String address, @JsonProperty("dpv:hasContact") List<String> contact,
			@JsonProperty("sayso:privacyNotice") String privacyNotice) {

		static Controller of(String name, String address, List<String> contact, String privacyNotice) {
			return new Controller(List.of("dpv:DataController"), name, address, contact, privacyNotice);
		}

	}

	/**
	 * The page as it was shown.
	 *
	 * @param identifier its name and version
	 * @param boxes in their order on the page; none where nothing was shown
	 */
	@JsonIgnoreProperties(ignoreUnknown = true)
	@JsonInclude(JsonInclude.Include.NON_EMPTY)
	public record Notice(@JsonProperty("@type") List<String> type, @JsonProperty("dpv:hasIdentifier") String identifier,
			@JsonProperty("dct:language") String language, @JsonProperty("dct:title") @Nullable String title,
			@JsonProperty("dct:description") @Nullable String intro,
			@JsonProperty("dct:hasPart") @Nullable List<Box> boxes,
			@JsonProperty("sayso:button") @Nullable String button) {

		public Notice {
			boxes = (boxes != null) ? boxes : List.of();
		}

	}

	/**
	 * @param ticked as it was submitted
	 * @param shown whether it was ticked when the page was opened
	 */
	@JsonIgnoreProperties(ignoreUnknown = true)
	@JsonInclude(JsonInclude.Include.NON_EMPTY)
	public record Box(@JsonProperty("dct:identifier") String name, @JsonProperty("dct:title") String label,
			@JsonProperty("dct:description") String help, @JsonProperty("sayso:meaning") String meaning,
			@JsonProperty("sayso:shownTicked") boolean shown, @JsonProperty("sayso:ticked") boolean ticked) {

	}

	/** One purpose, and what was said about it. */
	@JsonIgnoreProperties(ignoreUnknown = true)
	public record Process(@JsonProperty("@type") List<String> type,
			@JsonProperty("dpv:hasPurpose") List<PurposeTerm> purposes,
			@JsonProperty("dpv:hasProcessing") List<String> processing,
			@JsonProperty("dpv:hasPersonalData") List<String> data,
			@JsonProperty("dpv:hasLegalBasis") List<String> basis,
			@JsonProperty("dpv:hasStorageCondition") List<Storage> storage,
			@JsonProperty("dpv:hasConsentStatus") List<Status> status) {

		PurposeTerm purpose() {
			return this.purposes.get(0);
		}

		Status state() {
			return this.status.get(0);
		}

	}

	/**
	 * @param key as the API calls it
	 * @param label as it is called in the record's language
	 */
	@JsonIgnoreProperties(ignoreUnknown = true)
	public record PurposeTerm(@JsonProperty("@type") List<String> type, @JsonProperty("dct:identifier") String key,
			@JsonProperty("skos:broader") String broader, @JsonProperty("skos:prefLabel") String label) {

	}

	/** How long it is kept. */
	@JsonIgnoreProperties(ignoreUnknown = true)
	public record Storage(@JsonProperty("@type") List<String> type,
			@JsonProperty("dpv:hasDuration") Duration duration) {

		static Storage until(String event) {
			return new Storage(List.of("dpv:StorageDuration"), new Duration("dpv:UntilEventDuration", event));
		}

	}

	@JsonIgnoreProperties(ignoreUnknown = true)
	public record Duration(@JsonProperty("@type") String type, @JsonProperty("rdf:value") String event) {

	}

	/**
	 * What was said.
	 *
	 * @param type DPV's word for it
	 * @param at when it was said
	 * @param by {@code dpv:DataSubject}, or {@code dpv:DataController} for the person
	 * @param exercisedAt where it was said
	 * @param before the choice that stood; null where nothing had been said
	 */
	@JsonIgnoreProperties(ignoreUnknown = true)
	@JsonInclude(JsonInclude.Include.NON_EMPTY)
	public record Status(@JsonProperty("@type") List<String> type, @JsonProperty("dpv:isIndicatedAtTime") String at,
			@JsonProperty("dpv:isIndicatedBy") String by,
			@JsonProperty("dpv:isExercisedAt") @Nullable String exercisedAt,
			@JsonProperty("sayso:origin") String origin, @JsonProperty("sayso:before") @Nullable String before,
			@JsonProperty("sayso:after") String after, @JsonProperty("sayso:reason") @Nullable String reason,
			@JsonProperty("sayso:ledger") String ledger) {

	}

}
