package dev.sayso.profile;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.data.repository.Repository;

import dev.sayso.shared.ProfileId;

/**
 * All the people.
 */
public interface Profiles extends Repository<Profile, ProfileId> {

	Optional<Profile> findById(ProfileId id);

	List<Profile> findByIdIn(Collection<ProfileId> ids);

	Optional<Profile> findByDetailsExternalId(String externalId);

	List<Profile> findTop21ByKeysEmailKeyOrderByCreatedAt(String emailKey);

	List<Profile> findTop21ByDetailsMobileOrderByCreatedAt(String mobile);

	long count();

	Profile save(Profile profile);

	void delete(Profile profile);

}
