import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

import client.ApiClient;
import client.ApiException;
import client.api.AudiencesApi;
import client.api.ConsentsApi;
import client.api.DecisionsApi;
import client.api.FlagsApi;
import client.api.LedgerApi;
import client.api.ProfilesApi;
import client.model.Consent;
import client.model.ConsentPatch;
import client.model.Consents;
import client.model.ConsentsPatch;
import client.model.ConsentsPatchMarketing;
import client.model.DecisionWanted;
import client.model.Decisions;
import client.model.EvaluationContext;
import client.model.NewProfile;
import client.model.PostalAddress;
import client.model.Profile;
import client.model.ProfilePatch;
import client.model.ScopeWanted;

/** What a program does with the client made from the API's document. */
public class Journey {

	private static final String PERSON = "externalId:client/1;a%b";

	public static void main(String[] args) throws ApiException, IOException {
		ApiClient client = new ApiClient();
		client.updateBaseUri(args[0]);
		client.setRequestInterceptor((request) -> request.header("Authorization", "Bearer " + args[1]));
		ProfilesApi profiles = new ProfilesApi(client);

		Profile created = profiles.createProfile(new NewProfile().externalId("client/1;a%b")
			.firstName("Ida")
			.email("ida@client.example")
			.language("fr")
			.postalAddress(new PostalAddress().city("Lyon")));
		check(created.getId() != null && created.getCreatedAt() != null, "created");
		check(profiles.patchProfile(PERSON, new ProfilePatch().lastName("Roy"), null).getLastName().equals("Roy"), "patched");
		check(profiles.listProfiles(null, null, "client/1;a%b", null, 10, null).getItems().get(0).equals(
				profiles.readProfile(PERSON)), "found");

		ConsentsApi consents = new ConsentsApi(client);
		ConsentPatch no = new ConsentPatch().val(ConsentPatch.ValEnum.N).reason("too many messages");
		Consents said = consents.recordConsents(PERSON,
				new ConsentsPatch().by(ConsentsPatch.ByEnum.PERSON).marketing(new ConsentsPatchMarketing().email(no)), null);
		check(said.getMarketing().getEmail().getVal() == Consent.ValEnum.N, "said");
		Consent effective = consents.readConsents(PERSON, true).getMarketing().getEmail();
		check(Boolean.FALSE.equals(effective.getAllows()) && effective.getBecause() == Consent.BecauseEnum.EXPLICIT, "holds");
		check(new LedgerApi(client).listLedger(PERSON, null, null).getItems().get(0).getBefore() == null, "kept");

		Decisions decisions = new DecisionsApi(client).decide(new DecisionWanted().profile(PERSON)
			.dryRun(true)
			.explain(true)
			.scopes(List.of(new ScopeWanted().decision("home-hero").placement("web-hero"))));
		check(decisions.getPropositions().get(0).getReason() != null, "decided");
		String flag = new FlagsApi(client)
			.evaluateFlag("home-hero", new EvaluationContext().context(Map.of("targetingKey", PERSON)))
			.getReason();
		check(List.of("TARGETING_MATCH", "DEFAULT").contains(flag), "evaluated");
		File members = new AudiencesApi(client).listMembers("consents-to-personalization", "email", true);
		check(Files.readAllLines(members.toPath()).size() > 10, "listed");

		profiles.eraseProfile(PERSON, null);
		try {
			profiles.readProfile(PERSON);
			check(false, "erased");
		}
		catch (ApiException ex) {
			check(ex.getCode() == 404, "erased");
		}
	}

	private static void check(boolean holds, String what) {
		if (!holds) {
			throw new IllegalStateException("not " + what);
		}
	}

}
