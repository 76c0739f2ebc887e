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

	long count();

	Profile save(Profile profile);

	void delete(Profile profile);

}
