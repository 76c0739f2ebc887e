package dev.sayso.person;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.ProfileId;

/**
 * All the people. Queries are written out: those derived from method names are composed
 * at each call, at several times the cost of asking the store.
 */
public interface Profiles extends Repository<Profile, ProfileId> {

	Optional<Profile> findById(ProfileId id);

	default Profile get(ProfileId id) {
		return findById(id).orElseThrow(() -> new NotFoundException("profile " + id));
	}

	default Profile get(String id) {
		return get(ProfileId.from(id));
	}

	default List<Profile> findByIdIn(Collection<ProfileId> ids) {
		return ids.isEmpty() ? List.of() : among(ids.stream().map(ProfileId::id).toList());
	}

	@Query("select * from profile where id in (:ids)")
	List<Profile> among(Collection<UUID> ids);

	@Query("select * from profile where external_id = :externalId")
	Optional<Profile> findByDetailsExternalId(String externalId);

	@Query("select * from profile where email_key = :emailKey order by created_at limit 21")
	List<Profile> findTop21ByKeysEmailKeyOrderByCreatedAt(String emailKey);

	@Query("select * from profile where mobile = :mobile order by created_at limit 21")
	List<Profile> findTop21ByDetailsMobileOrderByCreatedAt(String mobile);

	long count();

	Profile save(Profile profile);

	void delete(Profile profile);

}
